package dev.squall.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;

/**
 * What this process holds on to.
 *
 * @param platformThreads live ones of Java
 * @param virtualThreads live ones, waiting or not
 * @param descriptors open files and sockets
 * @param heapMb what is left after a full collection, in MB of 10⁶ bytes
 */
record Footprint(int platformThreads, int virtualThreads, long descriptors, double heapMb) {

  /** After a full collection. */
  static Footprint now() throws IOException {
    var memory = ManagementFactory.getMemoryMXBean();
    // Twice: what the first one hands to cleaners is free only after them.
    memory.gc();
    memory.gc();
    double heapMb = memory.getHeapMemoryUsage().getUsed() / 1e6;
    int platform = ManagementFactory.getThreadMXBean().getThreadCount();
    return new Footprint(platform, countVirtual(), countOpen(), heapMb);
  }

  /** Only a thread dump knows of virtual threads that wait. */
  private static int countVirtual() throws IOException {
    var folder = Files.createTempDirectory("squall-threads");
    var dump = folder.resolve("dump.txt");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
      try (var lines = Files.lines(dump)) {
        return (int) lines.filter(line -> line.matches("#\\d+ \".*\" virtual.*")).count();
      }
    } finally {
      Files.deleteIfExists(dump);
      Files.delete(folder);
    }
  }

  private static long countOpen() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
