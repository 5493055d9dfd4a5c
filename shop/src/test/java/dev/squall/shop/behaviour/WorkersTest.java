package dev.squall.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {

  private static final long MS = 1_000_000;

  @ParameterizedTest
  @CsvSource({"1, 10", "2, 10", "8, 20", "32, 50", "4, 5"})
  void nWorkersAdmitNOverSHoweverLateEveryWakeUpIs(int n, int millis) {
    var random = RandomGenerator.of("L64X128MixRandom");
    var time = new ManualTime(() -> random.nextLong(3 * MS));
    var saturated = new Saturated(time, n, millis * MS);

    saturated.run(4 * n, 10_000 * MS);

    var begun = saturated.begun;
    assertThat(begun).hasSizeBetween(10_000 / millis * n - n, 10_000 / millis * n + n);
    for (var i = 0; i < begun.size(); i++) {
      assertThat(begun.get(i)).as("request %s", i).isEqualTo(millis * MS * (i / n));
    }
  }

  /** Clients that ask again as soon as they are answered: always more than there are workers. */
  private static final class Saturated {
    final ManualTime time;
    final Gate gate;
    final Workers workers;
    final long service;
    final List<Long> begun = new ArrayList<>();

    Saturated(ManualTime time, int n, long service) {
      this.time = time;
      this.service = service;
      gate = new Gate(time);
      workers = new Workers(work -> time.after(0, work), time);
      workers.limit(n);
    }

    void run(int clients, long until) {
      for (var i = 0; i < clients; i++) {
        ask();
      }
      time.passUntil(until);
      begun.sort(null); // the workers work side by side
    }

    private void ask() {
      workers.enter(
          time.now(),
          at -> {
            begun.add(at);
            var course = new Course(time, gate);
            course.beginAt(at);
            course.after(
                service,
                () -> {
                  workers.leave(course.due());
                  ask();
                });
          });
    }
  }

  @Test
  void theQueueIsServedInTheOrderOfArrival() {
    var time = new ManualTime();
    var workers = new Workers(Runnable::run, time);
    var begun = new ArrayList<Integer>();
    workers.limit(1);
    IntStream.range(0, 5).forEach(i -> workers.enter(0, at -> begun.add(i)));
    assertThat(begun).containsExactly(0);

    IntStream.range(0, 5).forEach(i -> workers.leave(0));

    assertThat(begun).containsExactly(0, 1, 2, 3, 4);
    assertThat(workers.busy()).isZero();
  }

  @Test
  void moreWorkersTakeOverWhatIsQueuedAndFewerLetItWait() {
    var workers = new Workers(Runnable::run, new ManualTime());
    var begun = new AtomicInteger();
    workers.limit(1);
    IntStream.range(0, 10).forEach(i -> workers.enter(0, at -> begun.incrementAndGet()));
    workers.limit(4);
    assertThat(begun.get()).isEqualTo(4);

    workers.limit(2);
    workers.leave(0);
    workers.leave(0);
    assertThat(begun.get()).isEqualTo(4);
    workers.leave(0);
    assertThat(begun.get()).isEqualTo(5);

    workers.limit(0);
    assertThat(begun.get()).isEqualTo(10);
  }

  @Test
  void aWorkerBeginsNothingBeforeItWasFree() {
    var time = new ManualTime();
    var workers = new Workers(Runnable::run, time);
    var begun = new ArrayList<Long>();
    workers.limit(1);
    workers.enter(0, begun::add);
    time.passUntil(100);
    workers.leave(90);

    workers.enter(70, begun::add); // was due to come at 70, as the route's own workers say

    assertThat(begun).containsExactly(0L, 90L);
  }

  @Test
  void changingTheLimitAllTheTimeLosesNothingAndLeaksNoWorker() throws InterruptedException {
    var ended = new AtomicInteger();
    try (var executor = Executors.newFixedThreadPool(4);
        var time = new MachineTime()) {
      var workers = new Workers(executor, time);
      workers.limit(1);
      try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var i = 0; i < 8; i++) {
          var _ =
              clients.submit(() -> {
                for (var n = 0; n < 5_000; n++) {
                  workers.enter(
                      time.now(),
                      at -> {
                        workers.leave(at);
                        ended.incrementAndGet(); // by then nobody holds a worker for it
                      });
                  if (n % 50 == 0) {
                    workers.limit(ThreadLocalRandom.current().nextInt(4));
                  }
                }
              });
        }
      }
      workers.limit(1);
      // Those that are queued still bring on each other: nothing else will.
      for (var i = 0; i < 100 && ended.get() < 40_000; i++) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(ended.get()).isEqualTo(40_000);
      assertThat(workers.busy()).isZero();
    }
  }
}
