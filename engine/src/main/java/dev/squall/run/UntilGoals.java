package dev.squall.run;

import dev.squall.goal.Goal;
import dev.squall.stats.Judgement;
import dev.squall.stats.Recorder;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The goals that end a load as soon as one of them holds. They are held against the whole seconds
 * of the stage that the load is in, from the fifth on; against all of a stage that is shorter, when
 * it is over. So what an earlier stage left behind ends nothing.
 */
final class UntilGoals {
  private static final long SECOND = 1_000_000_000;
  private static final int FEWEST_SECONDS = 5;

  private final List<Goal> goals;
  private final Recorder recorder;
  private final LongFunction<StageNow> stages;
  private final LoadClock clock;
  private @Nullable StageNow stage;
  private long firstSecond;
  private boolean judged;

  UntilGoals(List<Goal> goals, Recorder recorder, LongFunction<StageNow> stages, LoadClock clock) {
    this.goals = goals;
    this.recorder = recorder;
    this.stages = stages;
    this.clock = clock;
  }

  /** Why the load ends now, if it does; to be asked at each whole second since T0. */
  Optional<String> reason(long second) {
    long at = clock.load(second * SECOND) - 1;
    long shift = second * SECOND - 1 - at;
    if (goals.isEmpty() || at < 0 || clock.isPaused()) {
      return Optional.empty();
    }
    var now = stages.apply(at);
    var before = stage;
    Optional<String> reason = Optional.empty();
    if (before == null || before.fromNanos() != now.fromNanos()) {
      if (before != null && !judged) {
        reason = judge(before, (before.endNanos() + shift) / SECOND);
      }
      firstSecond = Math.ceilDiv(now.fromNanos() + shift, SECOND);
      judged = false;
    }
    stage = now;
    return reason.or(() ->
        second - firstSecond >= FEWEST_SECONDS || at + 1 >= now.endNanos()
            ? judge(now, second)
            : Optional.empty());
  }

  private Optional<String> judge(StageNow of, long second) {
    if (second <= firstSecond) {
      return Optional.empty();
    }
    judged = true;
    return recorder.judge(goals, firstSecond, second).all().stream()
        .filter(Judgement::met)
        .findFirst()
        .map(held -> reason(of, held));
  }

  private static String reason(StageNow of, Judgement held) {
    var goal = held.goal();
    return "stopped at %s: %s was %s, %s %s"
        .formatted(
            of.level(),
            goal.subject(),
            held.measured(),
            goal.comparison().label(),
            goal.metric().print(goal.bound()));
  }
}
