package dev.squall.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the process was started with the agent, a class stays and has other code from now on. */
class RedefinitionTest {
  @TempDir private Path folder;

  @Test
  void whatWasMadeBeforeCallsTheMethodOfNow() throws IOException {
    assertThat(
            said(
                "int half(int n) {\n  return n / 2;\n}",
                "var four = half(8);",
                "four = 5",
                "var f = (java.util.function.IntSupplier) () -> half(8);",
                "f.getAsInt()",
                "int half(int n) {\n  return 1;\n}",
                "f.getAsInt()",
                "four",
                // Another line of the same code, then an import above all of it.
                "int half(int n) {\n  return n / 0;\n}",
                "f.getAsInt()",
                "int half(int n) {\n\n\n  return n / 0;\n}",
                "f.getAsInt()",
                "import java.util.zip.*;\nimport java.time.format.*;",
                "f.getAsInt()",
                // What begins with other values, and what has another shape, is another class.
                "class Port {\n  static int number = 80;\n}",
                "class Port {\n  static int number = 8080;\n}",
                "Port.number",
                "record P(int a) {}\nvar p = new P(1);",
                "record P(int a, int b) {}",
                "four",
                "int four;",
                "four"))
        .containsExactly(
            "agent: true",
            "method half(int)",
            "4",
            "5",
            LAMBDA,
            "4",
            "method half(int)",
            "1",
            "5",
            "method half(int)",
            "half, line 2",
            "method half(int)",
            "half, line 4",
            "Done[]",
            "half, line 4",
            "class Port",
            "class Port",
            "8080",
            "P[a=1]",
            "record P",
            "5",
            "0",
            "0",
            "resets: [Reset[variable=p, why=P was declared anew, and its value is of the type"
                + " before]]");
  }

  private static final String LAMBDA = "a lambda";

  /** What the texts, performed in a process of their own, gave. */
  private List<String> said(String... texts) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + jar(),
                "-cp",
                System.getProperty("java.class.path"),
                RedefiningSession.class.getName()));
    command.addAll(List.of(texts));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      return out.lines().map(line -> line.contains("$$Lambda") ? LAMBDA : line).toList();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Squall's jar as the virtual machine sees it: it names the agent. */
  private Path jar() throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", Agent.class.getName());
    attributes.putValue("Can-Redefine-Classes", "true");
    var file = folder.resolve("agent.jar");
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }
}
