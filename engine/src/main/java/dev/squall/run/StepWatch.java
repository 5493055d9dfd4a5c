package dev.squall.run;

import dev.squall.plan.PlannedRequest;
import dev.squall.sample.Sample;
import dev.squall.sample.StepInfo;
import dev.squall.stats.Trace.Hop;
import java.util.List;

/** Sees each request of one user in full, on the user's thread, before the next one begins. */
interface StepWatch {
  /** Watches nothing; what load runs with. */
  StepWatch NONE =
      new StepWatch() {
        @Override
        public void ended(
            PlannedRequest request,
            Sample sample,
            Renderer rendered,
            Answer answer,
            List<Hop> hops,
            Evaluation evaluation) {}

        @Override
        public void failedLocally(StepInfo step, Sample sample) {}
      };

  /** The request ended; answer and evaluation hold until the next one. */
  void ended(
      PlannedRequest request,
      Sample sample,
      Renderer rendered,
      Answer answer,
      List<Hop> hops,
      Evaluation evaluation);

  /** A step that sends nothing did not work. */
  void failedLocally(StepInfo step, Sample sample);
}
