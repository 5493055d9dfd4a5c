package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.PracticeShop;
import dev.squall.stats.Estimate;
import dev.squall.stats.UserStats;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenLoadTest {
  private PracticeShop shop;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private String url() {
    return shop.url().toString();
  }

  @Test
  void arrivalsWaitForABusyUserAndTheirWaitingIsResponseTime() {
    shop.freeze(Duration.ofSeconds(1));
    var results =
        Sums.holdIn(
            run(
                scenario("s", get("/health")),
                perSecond(50).during(seconds(1)).maxUsers(1),
                at(url())));

    assertThat(results.totals().ok()).isEqualTo(50);
    assertThat(results.users()).hasSize(1);
    // Arrivals in the middle of the second waited for half of it, though only one was ever sent.
    assertThat(Estimates.ms(results.response().percentile(50))).isBetween(300.0, 5000.0);
    assertThat(Estimates.ms(results.waiting().percentile(50))).isBetween(300.0, 5000.0);
    assertThat(Estimates.ms(results.service().max())).isGreaterThan(700);
    assertThat(Estimates.ms(results.service().percentile(50)))
        .isLessThan(Estimates.ms(results.response().percentile(50)));
  }

  @Test
  void usersGrowWithWhatWaitsAndNeverBeyondTheLimit() {
    shop.freeze(Duration.ofSeconds(1));
    var results =
        Sums.holdIn(
            run(
                scenario("s", get("/health")),
                perSecond(50).during(millis(600)).maxUsers(7),
                at(url())));

    assertThat(results.totals().ok()).isEqualTo(30);
    assertThat(results.users()).extracting(UserStats::user).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(results.connections().totals().peakActive()).isEqualTo(7);
    assertThat(results.otherUsers().requests()).isZero();
  }

  @Test
  void aUserThatIsFreeTakesTheNextArrival() {
    var results =
        Sums.holdIn(
            run(scenario("s", get("/health")), perSecond(20).during(seconds(1)), at(url())));

    assertThat(results.totals().ok()).isEqualTo(20);
    // Twenty users would mean one for each arrival; a slow machine needs a second one now and then.
    assertThat(results.users().size()).isLessThan(10);
    assertThat(results.generator().lateStart().count()).isEqualTo(20);
    assertThat(Estimates.ms(results.generator().lateStart().min())).isNotNegative();
  }

  @Test
  void arrivalsThatNoUserTookBeganAndWereInterrupted() {
    shop.freeze(Duration.ofMinutes(1));
    var results =
        Sums.holdIn(
            run(
                scenario("s", get("/health"), get("/status")),
                perSecond(50).during(millis(400)).maxUsers(2),
                at(url()),
                grace(millis(100))));

    var iterations = results.totals().iterations();
    assertThat(iterations.scheduled()).isEqualTo(20);
    assertThat(iterations.started()).isEqualTo(20);
    assertThat(iterations.dropped()).isZero();
    assertThat(iterations.interrupted()).isEqualTo(20);
    assertThat(results.totals().interrupted()).isEqualTo(20);
    assertThat(results.totals().sent()).isEqualTo(2);
    assertThat(results.users()).extracting(UserStats::iterations).containsExactly(1L, 1L);
    assertThat(results.otherUsers().interrupted()).isEqualTo(18);
    assertThat(results.response().censored()).isEqualTo(20);
    assertThat(results.waiting().count()).isEqualTo(2);
    assertThat(results.waiting().censored()).isEqualTo(18);
    assertThat(results.response().percentile(99))
        .isInstanceOfSatisfying(
            Estimate.AtLeast.class, bound -> assertThat(bound.ms()).isBetween(400.0, 20_000.0));
    assertThat(results.totals().elapsedSeconds()).isBetween(0.5, 15.0);
  }

  @Test
  void anArrivalThatWaitedInAPauseOwesNoRequest() {
    shop.freeze(Duration.ofMinutes(1));
    var results =
        Sums.holdIn(
            run(
                scenario("s", pause(minutes(1)), get("/health")),
                perSecond(50).during(millis(100)).maxUsers(1),
                at(url()),
                grace(Duration.ZERO)));

    assertThat(results.totals().iterations().interrupted()).isEqualTo(5);
    assertThat(results.totals().requests()).isZero();
    assertThat(results.generator().reasons()).contains("no request ended");
  }

  @Test
  void everythingIntendedIsScheduledAtAHighRateToo() {
    var results =
        Sums.holdIn(
            run(
                scenario("s", pause(millis(1)), get("/health")),
                perSecond(20_000).during(millis(250)),
                at("http://127.0.0.1:1"),
                grace(seconds(20))));

    assertThat(results.totals().iterations().scheduled()).isEqualTo(5000);
    assertThat(results.totals().iterations().failed()).isEqualTo(5000);
    assertThat(results.generator().lateStart().count()).isEqualTo(5000);
  }
}
