package dev.squall.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
  private static final Duration TIME = Duration.ofSeconds(30);

  @Test
  void loadsPrintAsTheyAreSpoken() {
    assertThat(new Users(20).during(TIME)).hasToString("20 users for 30s");
    assertThat(new Users(1).during(Duration.ofMillis(500))).hasToString("1 user for 0.5s");
    assertThat(new Users(5).iterations(100)).hasToString("100 iterations by 5 users");
    assertThat(new Users(1).iterations(1)).hasToString("1 iteration by 1 user");
    assertThat(new Users(5).sharedIterations(100)).hasToString("100 iterations shared by 5 users");
    assertThat(new ArrivalRate(50).during(TIME)).hasToString("50/s for 30s");
    assertThat(new ArrivalRate(7.7).during(Duration.ofSeconds(90))).hasToString("7.7/s for 1m30s");
    assertThat(new ArrivalRate(20_000).during(TIME)).hasToString("20000/s for 30s");
    assertThat(new ArrivalRate(Double.NaN).during(TIME)).hasToString("NaN/s for 30s");
  }

  @Test
  void aLimitOnBusyUsersIsSaidWhereItIsNotTheUsualOne() {
    var open = new ArrivalRate(50).during(TIME);
    assertThat(open.maxUsers()).isEqualTo(10_000);
    assertThat(open.maxUsers(1)).isEqualTo(new OpenLoad(50, TIME, 1));
    assertThat(open.maxUsers(1)).hasToString("50/s for 30s, at most 1 user");
    assertThat(open.maxUsers(200)).hasToString("50/s for 30s, at most 200 users");
  }

  @Test
  void theWordsGiveTheLoadsTheySay() {
    assertThat(new Users(20).during(TIME)).isEqualTo(new ClosedLoad(20, TIME));
    assertThat(new Users(20).during(TIME).maxUsers()).isEqualTo(20);
    assertThat(new Users(3).iterations(10))
        .isEqualTo(new Iterations(3, 10, Iterations.Sharing.DIVIDED));
    assertThat(new Users(3).sharedIterations(10))
        .isEqualTo(new Iterations(3, 10, Iterations.Sharing.SHARED));
    assertThat(new Users(3).iterations(10).maxUsers()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"3,10", "1,10", "10,10", "10,3", "7,1", "1,1", "4,1000000007"})
  void theRemainderGoesToTheFirstUsers(int users, long count) {
    var load = new Users(users).iterations(count);
    var parts = LongStream.rangeClosed(1, users).map(user -> load.partOf((int) user)).toArray();
    assertThat(LongStream.of(parts).sum()).isEqualTo(count);
    for (int user = 1; user <= users; user++) {
      assertThat(parts[user - 1]).isEqualTo(count / users + (user <= count % users ? 1 : 0));
    }
  }

  @Test
  void tenIterationsOfThreeUsersAreFourThreeThree() {
    var load = new Users(3).iterations(10);
    assertThat(LongStream.rangeClosed(1, 3).map(user -> load.partOf((int) user)))
        .containsExactly(4L, 3L, 3L);
  }
}
