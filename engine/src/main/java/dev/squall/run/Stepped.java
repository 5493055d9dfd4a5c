package dev.squall.run;

import dev.squall.stats.Trace;
import java.util.List;

/**
 * A step that a {@link Stepper} is past.
 *
 * @param step the request, its answer and what was made of it; of a code step only name and outcome
 * @param changes what it did to the variables, in the order in which these are declared
 * @param skipped whether it was passed without being performed
 */
public record Stepped(Trace.TracedStep step, List<VariableChange> changes, boolean skipped) {
  public Stepped {
    changes = List.copyOf(changes);
  }
}
