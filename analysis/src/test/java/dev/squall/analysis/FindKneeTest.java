package dev.squall.analysis;

import static dev.squall.Squall.at;
import static dev.squall.Squall.get;
import static dev.squall.Squall.millis;
import static dev.squall.Squall.p95;
import static dev.squall.Squall.perSecond;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.users;
import static dev.squall.analysis.ExperimentWords.findKnee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.squall.analysis.Scalability.Point;
import dev.squall.goal.Goal;
import dev.squall.problem.ProblemException;
import dev.squall.stats.Estimate;
import dev.squall.stats.Judgement;
import dev.squall.stats.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindKneeTest {
  private static final Goal GOAL = p95().isBelow(millis(100));

  private static KneeStep step(double offered, boolean met, double p99, double errors, Verdict v) {
    return new KneeStep(
        offered,
        Optional.empty(),
        offered,
        1,
        new Estimate.Exact(5),
        new Estimate.Exact(8),
        new Estimate.Exact(p99),
        errors,
        new Judgement(GOAL, met, new Judgement.Known(8)),
        true,
        v);
  }

  private static KneeStep fine(double offered) {
    return step(offered, true, 10, 0, Verdict.TRUSTED);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 10, 0, TRUSTED, ''",
    "false, 10, 0, TRUSTED, ''",
    "true, 10, 0.04, TRUSTED, ''",
    "true, 10, 0.06, TRUSTED, errors rose to 6.0 %",
    "true, 500, 0, TRUSTED, ''",
    "false, 500, 0, TRUSTED, p99 exploded from 10.0 to 500 ms",
    "true, 10, 0, SUSPECT, ''",
    "true, 10, 0, INVALID, the generator's numbers are invalid at this level"
  })
  void oneBurstMayBeHarmEnough(boolean met, double p99, double errors, Verdict v, String why) {
    assertThat(Harm.after(List.of(fine(10), step(20, met, p99, errors, v))).orElse(""))
        .isEqualTo(why);
  }

  @Test
  void theGoalMissedTwiceIsHarmAndMissedOnceMayBeBadLuck() {
    var missed = step(20, false, 10, 0, Verdict.TRUSTED);
    assertThat(Harm.after(List.of(fine(10), missed, missed)))
        .contains("the goal was missed twice in a row");
    assertThat(Harm.after(List.of(missed, fine(10)))).isEmpty();
  }

  @Test
  void theKneeLiesBetweenTheLastLevelThatMetTheGoalAndTheFirstThatDidNot() {
    var missed = step(40, false, 10, 0, Verdict.TRUSTED);
    assertThat(KneeSearch.bracket(List.of(fine(10), fine(20), missed, fine(80))))
        .contains(new Interval(20, 20, 40));
    assertThat(KneeSearch.bracket(List.of(missed))).isEmpty();
    assertThat(KneeSearch.bracket(List.of(fine(10))).orElseThrow().high()).isInfinite();
  }

  private static List<Point> points(Scalability law, double noise, double... ns) {
    var random = new Random(4);
    return DoubleStream.of(ns)
        .mapToObj(n -> new Point(n, law.throughput(n) * Math.exp(noise * random.nextGaussian())))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"100, 0.05, 0.001", "100, 0.1, 0", "20, 0, 0.002", "50, 0, 0"})
  void theLawIsFoundAgainInWhatFollowsIt(double lambda, double sigma, double kappa) {
    var found = Scalability.of(points(new Scalability(lambda, sigma, kappa), 0, 1, 2, 4, 8, 16));
    assertThat(found.lambda()).isCloseTo(lambda, within(1e-6 * lambda));
    assertThat(found.sigma()).isCloseTo(sigma, within(1e-9));
    assertThat(found.kappa()).isCloseTo(kappa, within(1e-9));
  }

  /** √((1 − 0.05)/0.001) = 30.8; there it does 100·30.8/(1 + 0.05·29.8 + 0.001·30.8·29.8). */
  @Test
  void thePeakIsGunthers() {
    var law = new Scalability(100, 0.05, 0.001);
    assertThat(law.peak()).isCloseTo(30.82, within(0.01));
    assertThat(law.capacity()).isCloseTo(903.8, within(0.1));
    assertThat(new Scalability(100, 0.05, 0).capacity()).isEqualTo(2000);
    assertThat(new Scalability(100, 0, 0).capacity()).isInfinite();
  }

  @Test
  void noisyPointsGiveIntervalsThatHoldTheTruth() {
    var law = new Scalability(100, 0.05, 0.002);
    var fit = ScalabilityFit.of(points(law, 0.03, 1, 2, 4, 8, 12, 16, 24));
    assertThat(fit.lambda().contains(100)).isTrue();
    assertThat(fit.sigma().contains(0.05)).isTrue();
    assertThat(fit.kappa().contains(0.002)).isTrue();
    assertThat(fit.capacity().contains(law.capacity())).isTrue();
    assertThat(fit.throughput(32).contains(law.throughput(32))).isTrue();
    assertThat(fit.lambda().low()).isGreaterThan(80);
  }

  @Test
  void aBurstIsSteadyOnceItsBeginningIsLeftOut() {
    double[] warm =
        IntStream.range(0, 20).mapToDouble(i -> i < 4 ? 100 - 20 * i : 10 + i % 2).toArray();
    assertThat(Steady.of(warm)).isEqualTo(new Steady(4, true));
    double[] climbing = IntStream.range(0, 20).mapToDouble(i -> 10.0 * i * i).toArray();
    assertThat(Steady.of(climbing).from()).isZero();
    double[] falling = IntStream.range(0, 20).mapToDouble(i -> 1000.0 / (i + 1)).toArray();
    assertThat(Steady.of(falling)).isEqualTo(new Steady(10, false));
    assertThat(Steady.of(new double[] {1, 9})).isEqualTo(new Steady(0, true));
  }

  /** Four permits of 20 ms each: 200 a second and no more. */
  @Test
  void aServerIsLoadedUpToWhatItCanDo() {
    try (var server = new SlowServer(4, 20)) {
      var seen = new ArrayList<Knee>();
      var knee =
          findKnee(
              scenario("ask", get("/")),
              users(1),
              users(16),
              p95().isBelow(millis(5000)),
              new Bursts(5, Duration.ofMillis(250)),
              seen::add,
              at(server.url()));
      assertThat(knee.steps()).hasSize(5);
      assertThat(knee.knee().orElseThrow().low()).isEqualTo(16);
      assertThat(knee.steps())
          .allSatisfy(step -> assertThat(step.achieved()).isBetween(1.0, 210.0));
      assertThat(knee.steps().getFirst().predicted()).isEmpty();
      assertThat(knee.steps().getLast().predicted()).isPresent();
      assertThat(knee.fit()).isPresent();
      assertThat(knee.stopped()).isEqualTo("all levels up to the highest one were tried");
      assertThat(knee.next()).isEmpty();
      // What is expected is told before the burst, and it stays what it was.
      assertThat(seen).hasSize(knee.steps().size() + 1);
      for (int i = 0; i < knee.steps().size(); i++) {
        assertThat(seen.get(i).steps()).hasSize(i);
        assertThat(seen.get(i).next().orElseThrow().achieved())
            .isEqualTo(knee.steps().get(i).predicted());
      }
      assertThat(knee.toString()).contains("stopped: ", "users", "expected/s");
      assertThat(knee.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }
  }

  @Test
  void levelsThatDoNotRiseAreAProblem() {
    var ask = scenario("ask", get("/")).at("http://127.0.0.1:1");
    assertThatThrownBy(() -> findKnee(ask, perSecond(10), perSecond(10), GOAL))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("from 10.0 to 10.0");
    assertThatThrownBy(() -> findKnee(ask, users(0), users(10), GOAL))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() ->
            findKnee(ask, users(1), users(10), GOAL, new Bursts(1, Duration.ofSeconds(1)), _ -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("two bursts");
  }
}
