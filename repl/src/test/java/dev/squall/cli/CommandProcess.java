package dev.squall.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, as a shell would start it. */
final class CommandProcess implements AutoCloseable {
  private static final int LONGEST_SECONDS = 120;

  private final Process process;
  private final BufferedReader out;
  private final StringBuilder seen = new StringBuilder();

  CommandProcess(String... arguments) throws IOException {
    this(Map.of(), arguments);
  }

  /** With more variables of the environment. */
  CommandProcess(Map<String, String> environment, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // half the time of a process that lives for two seconds
                "-cp",
                System.getProperty("java.class.path"),
                "dev.squall.cli.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
    CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Reads on until a line holds this text; that line. */
  String awaitLine(String text) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      seen.append(line).append('\n');
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("no line with '" + text + "' in:\n" + seen);
  }

  /** Gives it this to read, and nothing behind it. */
  void enter(String text) throws IOException {
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(text);
    }
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Everything it printed, once it has ended. */
  String awaitEnd() throws IOException, InterruptedException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      seen.append(line).append('\n');
    }
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after:\n" + seen);
    }
    return seen.toString();
  }

  int code() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
