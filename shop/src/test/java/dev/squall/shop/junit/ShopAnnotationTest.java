package dev.squall.shop.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs the classes of {@link Customers} as JUnit runs anybody's, and looks at what they saw. */
class ShopAnnotationTest {

  @BeforeEach
  void nothingSeen() {
    Customers.SEEN.clear();
  }

  @Test
  void oneShopServesEverythingOfAClassAndTheClassesInIt() {
    passes(Customers.Sharing.class, 3);

    assertThat(Customers.SEEN)
        .extracting(Customers.Sight::by)
        .contains("before all", "constructor", "before each", "test", "nested", "after all");
    assertThat(shops()).hasSize(1);
  }

  @Test
  void aNestedClassMayHaveAShopOfItsOwn() {
    passes(Customers.Moving.class, 2);

    assertThat(shops()).hasSize(2);
  }

  @Test
  void aMethodsOwnShopIsAlsoThatOfItsConstructorAndItsLifecycle() {
    passes(Customers.Parting.class, 2);

    assertThat(shopsOf("shared")).hasSize(1);
    assertThat(shopsOf("own")).hasSize(1).doesNotContainAnyElementsOf(shopsOf("shared"));
    assertThat(Customers.SEEN).hasSize(6);
  }

  @Test
  void aMethodNeedsNoAnnotationOnItsClass() {
    passes(Customers.Alone.class, 1);

    assertThat(shops()).hasSize(1);
  }

  @Test
  void repetitionsAndArgumentsShareTheShopOfTheClassButNotThatOfTheMethod() {
    passes(Customers.Often.class, 12);

    assertThat(shopsOf("shared")).hasSize(1);
    assertThat(shopsOf("own")).hasSize(6).doesNotContainAnyElementsOf(shopsOf("shared"));
  }

  @Test
  void anInstanceForTheWholeClassIsMadeWithItsShop() {
    passes(Customers.Lasting.class, 2);

    assertThat(Customers.SEEN)
        .extracting(Customers.Sight::by)
        .containsExactlyInAnyOrder("constructor", "before all", "test", "test");
    assertThat(shops()).hasSize(1);
  }

  @Test
  void aClassThatRunsOncePerArgumentHasOneShop() {
    passes(Customers.Varied.class, 3);

    assertThat(shops()).hasSize(1);
  }

  @Test
  void subclassesAndComposedAnnotationsCount() {
    passes(Customers.Inheriting.class, 1);
    passes(Customers.Composed.class, 1);

    assertThat(shops()).hasSize(2);
  }

  @Test
  void testsInParallelGetTheShopThatIsTheirs() {
    var results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Customers.Crowd.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
            .execute();

    results.testEvents().assertStatistics(s -> s.succeeded(40).failed(0));
    assertThat(shopsOf("shared")).hasSize(1);
    assertThat(shopsOf("own")).hasSize(20);
    assertThat(Customers.SEEN).noneMatch(ShopAnnotationTest::isOpen);
  }

  @Test
  void theShopsOfFailingTestsCloseToo() {
    run(Customers.Failing.class).testEvents().assertStatistics(s -> s.failed(2));

    assertThat(shops()).hasSize(2);
    assertThat(Customers.SEEN).noneMatch(ShopAnnotationTest::isOpen);
  }

  @Test
  void theAttributesReachTheShop() {
    passes(Customers.Particular.class, 4);
  }

  @Test
  void aTestThatMisbehavesTheShopDoesNotSpoilTheNext() {
    passes(Customers.Rude.class, 3);
  }

  @ParameterizedTest
  @ValueSource(classes = {Customers.Unclear.class, Customers.UnclearAndUnused.class})
  void aMistakeInTheAnnotationIsToldWithWhatItIsOn(Class<?> customers) {
    run(customers)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                instanceOf(ExtensionConfigurationException.class),
                message(said("@Shop of", "Unclear", "'slowly' is no latency"))));
  }

  @Test
  void aRouteThatDoesNotExistIsToldToo() {
    run(Customers.UnclearRoute.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1, finishedWithFailure(message(said("@Shop of", "UnclearRoute", "GET /nowhere"))));
  }

  @Test
  void aMistakeOnAMethodFailsOnlyThat() {
    var results = run(Customers.PartlyUnclear.class).testEvents();

    results.assertStatistics(s -> s.succeeded(1).failed(1));
    results
        .assertThatEvents()
        .haveExactly(1, finishedWithFailure(message(said("@Shop of unclear", "is no latency"))));
  }

  @Test
  void withoutAnnotationTheParameterIsNamed() {
    run(Customers.Forgotten.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                instanceOf(ParameterResolutionException.class), message(said("PracticeShop"))));
  }

  private static void passes(Class<?> customers, int tests) {
    run(customers).testEvents().assertStatistics(s -> s.succeeded(tests).failed(0));
    assertThat(Customers.SEEN).noneMatch(ShopAnnotationTest::isOpen);
  }

  private static EngineExecutionResults run(Class<?> customers) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(customers)).execute();
  }

  private static List<Object> shops() {
    return Customers.SEEN.stream().<Object>map(Customers.Sight::shop).distinct().toList();
  }

  private static List<Object> shopsOf(String test) {
    return Customers.SEEN.stream()
        .filter(sight -> sight.by().startsWith(test))
        .<Object>map(Customers.Sight::shop)
        .distinct()
        .toList();
  }

  private static boolean isOpen(Customers.Sight sight) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), sight.port())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Predicate<String> said(String... words) {
    return message -> List.of(words).stream().allMatch(message::contains);
  }
}
