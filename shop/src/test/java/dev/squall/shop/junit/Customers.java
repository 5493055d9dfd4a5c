package dev.squall.shop.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shop.PracticeShop;
import dev.squall.shop.ShopOptions;
import dev.squall.shop.behaviour.Behaviour;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test classes as people write them. Nobody runs them but {@link ShopAnnotationTest}: classes
 * within a class are run with it only where they are {@link Nested}.
 */
final class Customers {

  /** Who was handed which shop. */
  static final Queue<Sight> SEEN = new ConcurrentLinkedQueue<>();

  private static final Behaviour SLOW =
      Behaviour.GOOD.with("latency=fixed:1ms").with("POST /checkout: errors=10%");

  /** The port is kept, because a closed shop has none. */
  record Sight(String by, PracticeShop shop, int port) {}

  private Customers() {}

  private static void see(String by, PracticeShop shop) {
    SEEN.add(new Sight(by, shop, shop.port()));
  }

  @Shop
  static class Sharing {

    @BeforeAll
    static void open(PracticeShop shop) {
      see("before all", shop);
    }

    @AfterAll
    static void close(PracticeShop shop) {
      see("after all", shop);
    }

    Sharing(PracticeShop shop) {
      see("constructor", shop);
    }

    @BeforeEach
    void come(PracticeShop shop) {
      see("before each", shop);
    }

    @AfterEach
    void go(PracticeShop shop) {
      see("after each", shop);
    }

    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }

    @Test
    void buys(PracticeShop shop) {
      see("test", shop);
    }

    @Nested
    class Inside {
      @Test
      void looks(PracticeShop shop) {
        see("nested", shop);
      }
    }
  }

  @Shop
  static class Moving {

    @Test
    void looks(PracticeShop shop) {
      see("outside", shop);
    }

    @Nested
    @Shop
    class Elsewhere {
      @Test
      void looks(PracticeShop shop) {
        see("inside", shop);
      }
    }
  }

  @Shop
  static class Parting {

    private final PracticeShop made;

    Parting(PracticeShop shop) {
      made = shop;
    }

    @BeforeEach
    void come(PracticeShop shop, TestInfo test) {
      see(test.getDisplayName(), made);
      see(test.getDisplayName(), shop);
    }

    @Test
    void shared(PracticeShop shop) {
      see("shared", shop);
    }

    @Test
    @Shop
    void own(PracticeShop shop) {
      see("own", shop);
    }
  }

  static class Alone {

    @Test
    @Shop
    void looks(PracticeShop shop) {
      see("test", shop);
    }
  }

  @Shop
  static class Often {

    @RepeatedTest(3)
    void repeatedly(PracticeShop shop) {
      see("shared", shop);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void withArguments(int argument, PracticeShop shop) {
      see("shared " + argument, shop);
    }

    @RepeatedTest(3)
    @Shop
    void repeatedlyAlone(PracticeShop shop) {
      see("own", shop);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Shop
    void withArgumentsAlone(int argument, PracticeShop shop) {
      see("own " + argument, shop);
    }
  }

  @Shop
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Lasting {

    Lasting(PracticeShop shop) {
      see("constructor", shop);
    }

    @BeforeAll
    void open(PracticeShop shop) {
      see("before all", shop);
    }

    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }

    @Test
    void buys(PracticeShop shop) {
      see("test", shop);
    }
  }

  @Shop
  @ParameterizedClass
  @ValueSource(ints = {1, 2, 3})
  static class Varied {

    private final int argument;

    Varied(int argument) {
      this.argument = argument;
    }

    @BeforeAll
    static void open(PracticeShop shop) {
      see("before all", shop);
    }

    @Test
    void looks(PracticeShop shop) {
      see("test " + argument, shop);
    }
  }

  @Shop
  static class Parent {
    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }
  }

  static class Inheriting extends Parent {}

  @Retention(RetentionPolicy.RUNTIME)
  @Shop(seed = 7)
  @interface OtherShop {}

  @OtherShop
  static class Composed {
    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }
  }

  @Shop
  static class Crowd {

    @RepeatedTest(20)
    void shared(PracticeShop shop) {
      see("shared", shop);
    }

    @RepeatedTest(20)
    @Shop
    void own(PracticeShop shop) {
      see("own", shop);
    }
  }

  @Shop
  static class Failing {

    @Test
    void shared(PracticeShop shop) {
      see("shared", shop);
      throw new AssertionError("as always");
    }

    @Test
    @Shop
    void own(PracticeShop shop) {
      see("own", shop);
      throw new AssertionError("as always");
    }
  }

  @Shop(
      seed = 7,
      behaviour = {"latency=fixed:1ms", "POST /checkout: errors=10%"})
  static class Particular {

    @Test
    void hasTheLatency(PracticeShop shop) {
      assertThat(shop.behaviour()).isEqualTo(SLOW);
    }

    @Test
    @Shop
    void hasNone(PracticeShop shop) {
      assertThat(shop.behaviour()).isEqualTo(Behaviour.GOOD);
    }

    @Test
    @Shop(tls = true)
    void speaksTls(PracticeShop shop) {
      assertThat(shop.tlsUrl()).hasScheme("https");
    }

    @Test
    void hasTheSeed(PracticeShop shop) throws Exception {
      try (var same = PracticeShop.start(ShopOptions.defaults().seed(7));
          var other = PracticeShop.start()) {
        assertThat(products(shop)).isEqualTo(products(same)).isNotEqualTo(products(other));
      }
    }

    private static String products(PracticeShop shop) throws Exception {
      try (var in = shop.url().resolve("/products").toURL().openStream()) {
        return new String(in.readAllBytes(), UTF_8);
      }
    }
  }

  @Shop(behaviour = {"latency=fixed:1ms", "POST /checkout: errors=10%"})
  static class Rude {

    @RepeatedTest(3)
    void findsTheShopAsAnnotated(PracticeShop shop) throws Exception {
      var health = shop.url().resolve("/health").toURL().openConnection();
      health.setReadTimeout(10_000); // of a freeze that had not ended
      assertThat(health.getInputStream().readAllBytes()).isNotEmpty();
      assertThat(shop.behaviour()).isEqualTo(SLOW);
      shop.behave(Behaviour.GOOD.workers(1));
      shop.freeze(Duration.ofMinutes(5));
    }
  }

  @Shop(behaviour = "latency=slowly")
  static class Unclear {
    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }
  }

  @Shop(behaviour = "latency=slowly")
  static class UnclearAndUnused {
    @Test
    void looks() {}
  }

  static class PartlyUnclear {
    @Test
    void clear() {}

    @Test
    @Shop(behaviour = "latency=slowly")
    void unclear(PracticeShop shop) {
      see("test", shop);
    }
  }

  @Shop(behaviour = "GET /nowhere: errors=10%")
  static class UnclearRoute {
    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }
  }

  static class Forgotten {
    @Test
    void looks(PracticeShop shop) {
      see("test", shop);
    }
  }
}
