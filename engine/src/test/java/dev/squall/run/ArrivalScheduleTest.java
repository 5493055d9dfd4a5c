package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.load.ArrivalRate;
import dev.squall.load.Pacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  /** One every hundred nanoseconds, ten in all. */
  private static Pacer tenth() {
    return new ArrivalRate(1e7).during(Duration.ofNanos(1000)).pacer(1);
  }

  private static List<Arrival> arrivals(Batch batch) {
    var arrivals = new ArrayList<Arrival>();
    for (int i = 0; i < batch.count(); i++) {
      arrivals.add(batch.arrival(i));
    }
    return arrivals;
  }

  @Test
  void whatIsDueIsReleasedOnce() {
    var schedule = new ArrivalSchedule(tenth());

    assertThat(schedule.nextNanos()).isZero();
    assertThat(arrivals(schedule.due(199, 0)))
        .containsExactly(new Arrival(0, 0), new Arrival(1, 100));
    assertThat(schedule.due(199, 0).count()).isZero();
    assertThat(schedule.due(50, 0).count()).isZero();
    assertThat(schedule.nextNanos()).isEqualTo(200);
    assertThat(schedule.due(Long.MAX_VALUE / 2, 0).count()).isEqualTo(8);
    assertThat(schedule.nextNanos()).isEqualTo(Pacer.NEVER);
  }

  @Test
  void whatAPauseMovedIsIntendedLater() {
    var schedule = new ArrivalSchedule(tenth());
    var before = schedule.due(100, 0);

    assertThat(arrivals(schedule.due(300, 5000)))
        .containsExactly(new Arrival(2, 5200), new Arrival(3, 5300));
    assertThat(arrivals(before)).containsExactly(new Arrival(0, 0), new Arrival(1, 100));
  }

  @Test
  void anotherRateCountsOnAndLeavesWhatWasReleased() {
    var schedule = new ArrivalSchedule(tenth());
    var before = schedule.due(250, 0);
    schedule.change(new ArrivalRate(1e8).during(Duration.ofNanos(100)).pacer(1), 250);

    assertThat(schedule.nextNanos()).isEqualTo(250);
    assertThat(arrivals(schedule.due(265, 0)))
        .containsExactly(new Arrival(3, 250), new Arrival(4, 260));
    assertThat(schedule.nextBase()).isEqualTo(5);
    assertThat(arrivals(before).getLast()).isEqualTo(new Arrival(2, 200));
  }

  @Test
  void theNumbersOfAWorkerStayItsOwn() {
    var schedule = new ArrivalSchedule(tenth().part(1, 3));
    assertThat(arrivals(schedule.due(450, 0)))
        .containsExactly(new Arrival(1, 100), new Arrival(4, 400));
    schedule.change(tenth().part(1, 3), 500);

    assertThat(arrivals(schedule.due(1000, 0)))
        .containsExactly(new Arrival(7, 600), new Arrival(10, 900));
  }

  @Test
  void theFirstOfABatchAreNeverMoreThanItHas() {
    var batch = new ArrivalSchedule(tenth()).due(250, 0);
    assertThat(batch.first(2).count()).isEqualTo(2);
    assertThat(batch.first(9).count()).isEqualTo(3);
    assertThat(batch.first(0).count()).isZero();
  }
}
