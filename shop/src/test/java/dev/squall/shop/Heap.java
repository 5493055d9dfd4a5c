package dev.squall.shop;

import java.lang.management.ManagementFactory;

/** What is alive on the heap. */
final class Heap {

  private Heap() {}

  /** In bytes, after a collection. */
  static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
