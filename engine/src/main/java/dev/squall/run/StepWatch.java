package dev.squall.run;

import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Sample;
import dev.squall.stats.Trace.Hop;
import java.util.List;

/** Sees each request of one user in full, on the user's thread, before the next one begins. */
interface StepWatch {
  /** Watches nothing; what load runs with. */
  StepWatch NONE = (_, _, _, _, _, _) -> {};

  /** The request ended; answer and evaluation hold until the next one. */
  void ended(
      PlannedRequest request,
      Sample sample,
      Renderer rendered,
      Answer answer,
      List<Hop> hops,
      Evaluation evaluation);
}
