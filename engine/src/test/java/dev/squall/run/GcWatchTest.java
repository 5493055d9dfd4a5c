package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class GcWatchTest {

  /** So much to walk through that no collection of all of it takes less than a millisecond. */
  private static Object million() {
    var first = new Object[1];
    var last = first;
    for (int i = 0; i < 1_000_000; i++) {
      var next = new Object[1];
      last[0] = next;
      last = next;
    }
    return first;
  }

  @Test
  void collectionsSinceItsMakingAreCountedAndTheLongestIsTold() throws InterruptedException {
    var held = million();
    System.gc();
    try (var watch = new GcWatch()) {
      System.gc();
      while (watch.longest() == 0) {
        Thread.sleep(1);
      }
      System.gc();
      var pauses = watch.pauses();
      assertThat(pauses.count()).isBetween(2L, 20L);
      assertThat(pauses.longestMs()).isBetween(1.0, 30_000.0);
      assertThat(pauses.totalMs()).isBetween(1.0, 30_000.0);
    }
    assertThat(held).isNotNull();
  }

  /** A collector's numbers go on: what it did before the watch was made has a lower one. */
  @Test
  void theLongestStaysTheLongestAndWhatCameEarlierIsNotSeen() {
    var collector = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).getFirst();
    try (var watch = new GcWatch()) {
      long last = GcWatch.count(collector);
      watch.see(collector.getName(), last + 1000, 7_000_000);
      watch.see(collector.getName(), last + 1001, 6_000_000);
      watch.see(collector.getName(), 0, 8_000_000);
      watch.see("somebody else", last + 1002, 9_000_000);
      assertThat(watch.pauses().longestMs()).isEqualTo(7_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Copy, true",
    "MarkSweepCompact, true",
    "G1 Young Generation, true",
    "G1 Concurrent GC, true",
    "ZGC Major Pauses, true",
    "ZGC Major Cycles, false",
    "Shenandoah Cycles, false",
  })
  void onlyWhatStopsAllThreadsIsAPause(String collector, boolean stopsAll) {
    assertThat(GcWatch.stopsAll(collector)).isEqualTo(stopsAll);
  }
}
