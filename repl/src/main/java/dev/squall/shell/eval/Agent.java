package dev.squall.shell.eval;

import java.lang.instrument.Instrumentation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lets a class be defined anew where it is; there only if the process was started with it. */
public final class Agent {
  private static volatile @Nullable Instrumentation instrumentation;

  private Agent() {}

  /** Called by the virtual machine, before {@code main}. */
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Called by the virtual machine: of an executable jar, or when attached. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  static Optional<Instrumentation> instrumentation() {
    return Optional.ofNullable(instrumentation);
  }
}
