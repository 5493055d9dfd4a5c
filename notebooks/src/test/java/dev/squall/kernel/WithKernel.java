package dev.squall.kernel;

import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.shell.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kernel for each test, with a client of it, on the one session that the tests of a class share.
 */
class WithKernel {
  @TempDir static Path sessions;
  static CompletableFuture<Shell> session = new CompletableFuture<>();

  @TempDir Path folder;
  ConnectionFile file;
  RunningKernel kernel;
  Client client;

  /** Whether its transport is. */
  boolean isEncrypted() {
    return false;
  }

  @BeforeAll
  static void open() {
    session = RunningKernel.session(sessions);
  }

  @AfterAll
  static void close() {
    session.join().close();
  }

  @BeforeEach
  void begin() throws IOException {
    file = RunningKernel.connection(folder, isEncrypted());
    kernel = new RunningKernel(file, session);
    client = kernel.client;
  }

  @AfterEach
  void end() throws Exception {
    kernel.close();
  }

  /** In the place of the one that each test has. */
  void beginWith(CompletableFuture<Shell> another) throws Exception {
    kernel.close();
    kernel = new RunningKernel(file, another);
    client = kernel.client;
  }
}
