package dev.squall.shop.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  private final ManualTime time = new ManualTime();
  private final Gate gate = new Gate(time);
  private final List<String> passed = new ArrayList<>();

  @Test
  void anOpenGateLetsPassAtOnce() {
    come("a");

    assertThat(passed).containsExactly("a at 0");
  }

  @Test
  void aFrozenGateLetsAllPassInTheirOrderWhenItThaws() {
    gate.freeze(Duration.ofNanos(400));
    come("a");
    time.passUntil(399);
    come("b");
    assertThat(passed).isEmpty();

    time.passUntil(1_000);
    come("c");

    assertThat(passed).containsExactly("a at 400", "b at 400", "c at 1000");
  }

  @Test
  void aShorterFreezeDoesNotEndALongerOne() {
    gate.freeze(Duration.ofNanos(300));
    gate.freeze(Duration.ofNanos(1));
    come("a");
    time.passUntil(299);
    assertThat(passed).isEmpty();

    time.passUntil(300);
    assertThat(passed).containsExactly("a at 300");
  }

  @Test
  void aLongerFreezeTakesOverFromAShorterOne() {
    gate.freeze(Duration.ofNanos(300));
    come("a");
    time.passUntil(200);
    gate.freeze(Duration.ofNanos(300));
    come("b");
    time.passUntil(499);
    assertThat(passed).isEmpty();

    time.passUntil(500);
    assertThat(passed).containsExactly("a at 500", "b at 500");
  }

  @Test
  void aThawEndsAnyFreeze() {
    gate.freeze(Duration.ofNanos(300));
    come("a");
    time.passUntil(100);
    gate.thaw();
    come("b");
    time.passUntil(1_000);

    assertThat(passed).containsExactly("a at 100", "b at 100");
  }

  private void come(String name) {
    gate.pass(() -> passed.add(name + " at " + time.now()));
  }
}
