package dev.squall.kernel;

import dev.squall.cli.Version;
import dev.squall.kernel.wire.ConnectionFile;
import dev.squall.problem.ProblemException;
import dev.squall.shell.Shell;
import dev.squall.shell.session.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQException;

/** Where Jupyter begins: {@code java … dev.squall.kernel.Main CONNECTION_FILE}. */
final class Main {
  private static final int BAD_USAGE = 2;
  private static final int MOST_SECONDS = 5;

  private Main() {}

  /** Performs cells until somebody wants it to end, or whoever started it is gone. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 1) {
      System.err.println(
          "squall: Jupyter starts the kernel with the file that says where to listen;"
              + " squall kernel install tells it how");
      System.exit(BAD_USAGE);
    }
    var said = new Beginning();
    var session = opened(Places.usual(), said); // takes longer than all else
    try {
      var kernel =
          new Kernel(ConnectionFile.read(Path.of(arguments[0])), session, said, Version.number());
      var _ = kernel.ending().thenRun(Main::endSurely);
      endWithParent(kernel, System.getenv("JPY_PARENT_PID"));
      kernel.run();
    } catch (ProblemException e) {
      e.problems().forEach(problem -> System.err.println("squall: " + problem));
      System.exit(BAD_USAGE);
    } catch (IOException e) {
      System.err.println("squall: " + arguments[0] + " cannot be read: " + e);
      System.exit(BAD_USAGE);
    } catch (ZMQException e) {
      System.err.println("squall: " + e.getMessage() + "; start the kernel again, on other ports");
      System.exit(1);
    }
    session.thenAccept(Shell::close).join();
    System.exit(0);
  }

  /** Whatever still hangs then: a client that wants another kernel waits for the end of this. */
  private static void endSurely() {
    CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS)
        .execute(() -> Runtime.getRuntime().halt(1));
  }

  /** In the background, while clients are told already what kernel this is. */
  // What it throws is for the first cell, which is performed in it.
  @SuppressWarnings("IllegalCatch")
  static CompletableFuture<Shell> opened(Places places, Beginning said) {
    var session = new CompletableFuture<Shell>();
    Thread.ofPlatform()
        .daemon()
        .name("squall-opening")
        .start(() -> {
          try {
            session.complete(Shell.open(places, said::front));
          } catch (Throwable e) {
            session.completeExceptionally(e);
          }
        });
    return session;
  }

  /** A server that was killed could not end its kernels. */
  private static void endWithParent(Kernel kernel, @Nullable String written) {
    Optional.ofNullable(written)
        .filter(pid -> pid.matches("[1-9]\\d{0,17}"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .ifPresent(parent -> {
          var _ = parent.onExit().thenRun(kernel::end);
        });
  }
}
