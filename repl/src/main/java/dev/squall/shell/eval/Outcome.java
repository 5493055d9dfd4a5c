package dev.squall.shell.eval;

import dev.squall.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a snippet. */
public sealed interface Outcome {

  /**
   * It has a value.
   *
   * @param name the variable that holds it now
   * @param type as it was written or inferred
   * @param value the object itself
   * @param declared whether it is a declaration, and not an expression for a person to read
   */
  record Value(String name, String type, @Nullable Object value, boolean declared)
      implements Outcome {}

  /**
   * It declares something that has no value: a method, a type, an import.
   *
   * @param kind such as {@code method}
   * @param name with its parameter types, of a method
   * @param replaces whether there was one before
   * @param missing what it needs and is not there yet
   */
  record Defined(String kind, String name, boolean replaces, List<String> missing)
      implements Outcome {
    public Defined {
      missing = List.copyOf(missing);
    }
  }

  /** It was performed; there is nothing to show. */
  record Done() implements Outcome {}

  /** It cannot be compiled. */
  record Rejected(List<Problem> problems) implements Outcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }

  /**
   * It threw something.
   *
   * @param thrown the object itself, with its causes
   * @param frames from the throw to the snippet, without those below it and without Squall's own
   */
  record Threw(Throwable thrown, List<StackTraceElement> frames) implements Outcome {
    public Threw {
      frames = List.copyOf(frames);
    }
  }

  /**
   * It was stopped.
   *
   * @param stillDoing what code in the JDK or a library, which cannot be stopped, still does on a
   *     thread of its own
   */
  record Stop(Optional<String> stillDoing) implements Outcome {}

  /** Whether the snippets behind it are performed. */
  default boolean goesOn() {
    return switch (this) {
      case Value _, Defined _, Done _ -> true;
      case Rejected _, Threw _, Stop _ -> false;
    };
  }
}
