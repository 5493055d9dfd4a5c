package dev.squall.shell.eval;

import java.util.Arrays;
import java.util.List;

/** Stack frames that a person wrote or called. */
final class Frames {
  private Frames() {}

  /** Without Squall's own and those of reflection. */
  static List<StackTraceElement> shown(StackTraceElement[] frames) {
    return Arrays.stream(frames).filter(frame -> !isOurs(frame.getClassName())).toList();
  }

  private static boolean isOurs(String type) {
    return type.startsWith("dev.squall.")
        || type.startsWith("jdk.internal.reflect.")
        || type.startsWith("java.lang.invoke.")
        || type.startsWith("jdk.jshell.");
  }
}
