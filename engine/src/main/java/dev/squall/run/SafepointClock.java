package dev.squall.run;

import dev.squall.stats.Generator.Safepoints;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often and how long this JVM stopped all its threads. HotSpot counts that in any case, in a
 * file that it keeps mapped; reading it twice is all that it costs (docs/decisions/012).
 */
final class SafepointClock {
  private static final double MILLIS_PER_SECOND = 1000;

  private SafepointClock() {}

  /** Since this JVM began; empty where it keeps no such file or says something else in it. */
  static Optional<Safepoints> now() {
    return files()
        .map(SafepointClock::numbers)
        .filter(SafepointClock::isOurs)
        .findFirst()
        .flatMap(SafepointClock::read);
  }

  /** What these counters say; empty if one that is needed is missing. */
  static Optional<Safepoints> read(Map<String, Long> numbers) {
    var count = numbers.get("sun.rt.safepoints");
    var ticks = numbers.get("sun.rt.safepointTime");
    var frequency = numbers.get("sun.os.hrt.frequency");
    return count == null || ticks == null || frequency == null || frequency <= 0
        ? Optional.empty()
        : Optional.of(new Safepoints(count, ticks * MILLIS_PER_SECOND / frequency));
  }

  /** What came between two readings; empty if either is. */
  static Optional<Safepoints> between(Optional<Safepoints> from, Optional<Safepoints> to) {
    return from.flatMap(
        a -> to.map(b -> new Safepoints(b.count() - a.count(), b.totalMs() - a.totalMs())));
  }

  /** Linux keeps it in /tmp whatever the temporary folder of Java is; others in theirs. */
  private static Stream<Path> files() {
    var name = Path.of("hsperfdata_" + System.getProperty("user.name"), pid());
    return Stream.of("/tmp", System.getProperty("java.io.tmpdir"))
        .distinct()
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isReadable);
  }

  private static String pid() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static Map<String, Long> numbers(Path file) {
    try {
      return PerfData.numbers(Files.readAllBytes(file));
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** A process that was killed may have left a file under the number that this one has now. */
  private static boolean isOurs(Map<String, Long> numbers) {
    var start = numbers.get("sun.rt.vmInitDoneTime");
    return start != null && start == ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
