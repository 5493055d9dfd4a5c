package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no load in this process could show without harm to the other tests. */
@Timeout(60)
class RunningOutTest {
  private static final String FEW_FILES = "ulimit -n 150 && exec \"$@\"";

  private static final String FEW_PORTS =
      "ip link set lo up"
          + " && echo 40000 40019 > /proc/sys/net/ipv4/ip_local_port_range"
          + " && exec \"$@\"";

  @Test
  void aRunThatMayOpenNoMoreFilesIsInvalidAndNobodyElseIsBlamed() throws Exception {
    assumeTrue(new File("/bin/sh").canExecute(), "no shell");
    var over = new CountDownLatch(1);
    try (var server = new RecordingServer((_, _) -> over.await())) {
      assertBlamed("no_descriptors", run(List.of("sh", "-c", FEW_FILES, "sh"), server.url()));
    } finally {
      over.countDown();
    }
  }

  @Test
  void aRunWithoutLocalPortsIsInvalidAndNobodyElseIsBlamed() throws Exception {
    // A network of its own, where the range can be narrowed without harm.
    var narrow = List.of("unshare", "-rn", "sh", "-c", FEW_PORTS, "sh");
    assumeTrue(works(narrow), "no network of our own can be made here");
    assertBlamed("no_local_ports", run(narrow, "here"));
  }

  private static void assertBlamed(String kind, List<String> said) {
    assertThat(said)
        .contains(
            "verdict INVALID",
            "reason this machine ran out of its own means: " + kind,
            "error OTHER_ERROR " + kind)
        .noneMatch(line -> line.startsWith("error NETWORK_ERROR"));
  }

  private static boolean works(List<String> shell) throws InterruptedException {
    var command = new ArrayList<>(shell);
    command.add("true");
    try {
      var process = new ProcessBuilder(command).start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> run(List<String> shell, String target) throws Exception {
    var command = new ArrayList<>(shell);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:-MaxFDLimit",
            "-cp",
            System.getProperty("java.class.path"),
            RunningOut.class.getName(),
            target));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      var said = process.inputReader().readAllLines();
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said.toString()).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
