package dev.squall.run;

import static java.util.stream.Collectors.toMap;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import dev.squall.stats.Generator.GcPauses;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** Sees each pause for a garbage collection from its making until it is closed. */
final class GcWatch implements NotificationListener, AutoCloseable {
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
          .filter(collector -> stopsAll(collector.getName()))
          .toList();
  // Their messages and the clock do not agree when the JVM began: their numbers are compared.
  private final Map<String, Long> before =
      collectors.stream().collect(toMap(MemoryManagerMXBean::getName, GcWatch::count));
  private final long countFrom = sum(GcWatch::count);
  private final long millisFrom = sum(GcWatch::millis);
  private long longest;

  GcWatch() {
    for (var collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(this, null, null);
      }
    }
  }

  /** Concurrent collectors tell their whole cycles beside their pauses. */
  static boolean stopsAll(String collector) {
    return !collector.endsWith("Cycles");
  }

  @Override
  public void handleNotification(Notification notification, @Nullable Object handback) {
    if (notification
            .getType()
            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)
        && notification.getUserData() instanceof CompositeData data) {
      var told = GarbageCollectionNotificationInfo.from(data);
      see(told.getGcName(), told.getGcInfo());
    }
  }

  private void see(String collector, @Nullable GcInfo last) {
    if (last != null) {
      see(collector, last.getId(), last.getDuration());
    }
  }

  /** The collection of this number by this collector took so long, in milliseconds. */
  synchronized void see(String collector, long number, long took) {
    if (number > before.getOrDefault(collector, Long.MAX_VALUE)) {
      longest = Math.max(longest, took);
    }
  }

  /** The longest that somebody told of, in milliseconds. */
  synchronized long longest() {
    return longest;
  }

  /** What there was so far. The last collection is asked for: its message may be on its way. */
  GcPauses pauses() {
    for (var collector : collectors) {
      see(collector.getName(), collector.getLastGcInfo());
    }
    return new GcPauses(
        sum(GcWatch::count) - countFrom, sum(GcWatch::millis) - millisFrom, longest());
  }

  private long sum(ToLongFunction<GarbageCollectorMXBean> figure) {
    return collectors.stream().mapToLong(figure).sum();
  }

  static long count(GarbageCollectorMXBean collector) {
    return Math.max(0, collector.getCollectionCount());
  }

  private static long millis(GarbageCollectorMXBean collector) {
    return Math.max(0, collector.getCollectionTime());
  }

  @Override
  public void close() {
    for (var collector : collectors) {
      if (collector instanceof NotificationEmitter emitter) {
        try {
          emitter.removeNotificationListener(this);
        } catch (ListenerNotFoundException e) {
          throw new IllegalStateException("it was added when this was made", e);
        }
      }
    }
  }
}
