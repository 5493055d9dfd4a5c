package dev.squall.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.management.JMException;
import javax.management.ObjectName;

/** What this process holds of the wire: its threads, its open files, its objects. */
record Remains(long threads, long descriptors, long objects) {
  private static final List<Class<?>> TYPES =
      List.of(Wire.class, Http1Origin.class, Http1Connection.class, Watch.class);

  /** Collects garbage first. */
  static Remains now() throws Exception {
    return new Remains(platformThreads(), openFiles(), instances());
  }

  /** Waits for at most 5 s until that holds, because servers and threads end in their own time. */
  static void await(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 250 && !done.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
  }

  static long platformThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("squall-"))
        .count();
  }

  /** 0 where the system does not tell. */
  static long openFiles() {
    var open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (var all = Files.list(open)) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many connections, their owners and their watches are reachable. */
  static long instances() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    var names = TYPES.stream().map(Class::getName).toList();
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(line -> line.length > 3 && names.contains(line[3]))
        .mapToLong(line -> Long.parseLong(line[1]))
        .sum();
  }
}
