package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FileReserveTest {
  private final AtomicInteger connections = new AtomicInteger();

  @Test
  void whereNothingRanOutNobodyIsHeldBack() {
    try (var reserve = new FileReserve(connections::get)) {
      connections.set(1_000_000);
      assertThat(reserve.enter()).isTrue();
      assertThat(reserve.enter()).isTrue();
    }
  }

  @Test
  void onceAllAreTakenThereAreNeverMore() {
    try (var reserve = new FileReserve(connections::get)) {
      connections.set(100);
      assertThat(reserve.enter()).isTrue();
      reserve.exhausted();
      reserve.leave();
      assertThat(reserve.enter()).isFalse();
      connections.set(99);
      assertThat(reserve.enter()).isTrue();
      assertThat(reserve.enter()).isFalse();
      reserve.leave();
      assertThat(reserve.enter()).isTrue();
    }
  }

  @Test
  void andFewerWhereSomebodyElseTakesThem() {
    try (var reserve = new FileReserve(connections::get)) {
      connections.set(100);
      for (int i = 0; i < 2; i++) {
        assertThat(reserve.enter()).isTrue();
        reserve.exhausted();
        reserve.leave();
        connections.set(90);
      }
      connections.set(74);
      assertThat(reserve.enter()).isFalse();
      connections.set(73);
      assertThat(reserve.enter()).isTrue();
    }
  }

  @Test
  void oneConnectionIsAlwaysTried() {
    try (var reserve = new FileReserve(connections::get)) {
      for (int i = 0; i < 3; i++) {
        assertThat(reserve.enter()).isTrue();
        reserve.exhausted();
        reserve.leave();
      }
    }
  }
}
