package dev.squall.run;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Outcome;
import dev.squall.shop.PracticeShop;
import dev.squall.stats.Trace;
import dev.squall.stats.Trace.CheckedValue;
import dev.squall.stats.Trace.TracedStep;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OnceTest {
  private static PracticeShop shop;

  @BeforeAll
  static void open() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String url() {
    return shop.url().toString();
  }

  @Test
  void oneIterationTellsEverythingAboutIt() {
    var trace = once(ShoppingFlow.scenario(), at(url()));

    assertThat(trace.success()).isTrue();
    assertThat(trace.failedAtStep()).isEmpty();
    assertThat(trace.steps())
        .extracting(TracedStep::name)
        .containsExactly(
            "register",
            "list",
            "details",
            "add",
            "view",
            "add another",
            "change",
            "view",
            "checkout",
            "order");
    assertThat(trace.variables())
        .containsOnlyKeys("token", "product_id", "another_id", "cart_id", "item_id", "order_id");
    assertThat(trace.totalMs())
        .isGreaterThan(trace.steps().stream().mapToDouble(TracedStep::serviceMs).sum());

    var register = trace.steps().getFirst();
    assertThat(register.request())
        .startsWith("POST /auth/register HTTP/1.1\r\n")
        .contains("\r\n\r\n{\"email\": \"shopper-");
    assertThat(register.status()).isEqualTo(201);
    assertThat(register.headers())
        .anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
    assertThat(register.body()).contains("\"token\"");
    assertThat(register.extracted())
        .containsOnlyKeys("token")
        .containsEntry("token", trace.variables().get("token"));
    assertThat(register.checks())
        .containsExactly(new CheckedValue("status is 201", true, "201", "201"));
    assertThat(register.connectMs()).isPositive();
    assertThat(register.reused()).isFalse();
    assertThat(register.serviceMs()).isPositive().isLessThanOrEqualTo(register.responseMs());
    assertThat(register.bytesReceived()).isGreaterThan(register.body().length());
    assertThat(register.error()).isEmpty();

    var details = trace.step("details").orElseThrow();
    assertThat(details.request()).startsWith("GET /products/prod-");
    assertThat(details.reused()).isTrue();
    assertThat(details.connectMs()).isZero();
    assertThat(details.checks().getFirst().expected())
        .isEqualTo(trace.variables().get("product_id"))
        .isEqualTo(details.checks().getFirst().actual());
  }

  @Test
  void aFailedStepTellsEverythingToo() {
    var trace =
        once(
            scenario(
                "s",
                get("/products/prod-3").extract("id", jsonPath("$.id")),
                get("/products/${id}")
                    .named("wrong")
                    .check(
                        status().is(201),
                        jsonPath("$.id").is("${id}"),
                        header("X-None").exists(),
                        elapsed().isBelow(minutes(1))),
                get("/health")),
            at(url()));

    assertThat(trace.success()).isFalse();
    assertThat(trace.failedAtStep()).contains("wrong");
    assertThat(trace.steps()).hasSize(2);
    var wrong = trace.steps().getLast();
    assertThat(wrong.request()).startsWith("GET /products/prod-3 HTTP/1.1\r\n");
    assertThat(wrong.status()).isEqualTo(200);
    assertThat(wrong.body()).contains("prod-3");
    assertThat(wrong.headers()).isNotEmpty();
    assertThat(wrong.checks())
        .extracting(CheckedValue::ok)
        .containsExactly(false, true, false, true);
    assertThat(wrong.checks().getFirst())
        .isEqualTo(new CheckedValue("status is 201", false, "201", "200"));
    assertThat(wrong.checks().get(2).actual()).isEqualTo("no such header");
    assertThat(wrong.error())
        .isEqualTo("check_failed (status is 201): status is 201, but it was 200");
    assertThat(trace.variables()).containsEntry("id", "prod-3");
  }

  @Test
  void aStepThatWasNotSentShowsNothingOfTheOneBefore() {
    var trace =
        Once.perform(
            Careless.plan(
                url(),
                get("/health").extract("id", jsonPath("$.none")),
                get("/products/${id}").named("unsent")));

    var unsent = trace.steps().getLast();
    assertThat(unsent.name()).isEqualTo("unsent");
    assertThat(unsent.request()).isEmpty();
    assertThat(unsent.status()).isZero();
    assertThat(unsent.headers()).isEmpty();
    assertThat(unsent.body()).isEmpty();
    assertThat(unsent.connectMs()).isZero();
    assertThat(unsent.serviceMs()).isZero();
    assertThat(unsent.bytesReceived()).isZero();
    assertThat(unsent.reused()).isFalse();
    assertThat(unsent.checks()).isEmpty();
    assertThat(unsent.error()).startsWith("script_error (unknown_variable)").contains("${id}");
  }

  @Test
  void aTruncatedAnswerShowsWhatCame() throws IOException {
    try (var server =
        new RecordingServer((_, socket) -> {
          RecordingServer.write(
              socket, "HTTP/1.1 200 OK\r\nX-Half: yes\r\nContent-Length: 10\r\n\r\nabc");
          socket.close();
        })) {
      var step =
          once(scenario("s", get("/").check(body().exists())), at(server.url())).steps().getFirst();

      assertThat(step.status()).isEqualTo(200);
      assertThat(step.headers()).anyMatch(header -> header.name().equals("X-Half"));
      assertThat(step.body()).isEqualTo("abc");
      assertThat(step.checks()).isEmpty();
      assertThat(step.error()).startsWith("network_error (truncated)");
    }
  }

  @Test
  void anInterruptEndsItInAPauseAndInARequest() throws InterruptedException {
    var sleepy = interrupted(scenario("s", get("/health"), pause(minutes(1)), get("/health")));
    assertThat(sleepy.success()).isFalse();
    assertThat(sleepy.failedAtStep()).isEmpty();
    assertThat(sleepy.steps()).hasSize(1);
    assertThat(sleepy.totalMs()).isLessThan(20_000);

    var slow = interrupted(scenario("s", get("/delay/50000")));
    assertThat(slow.success()).isFalse();
    assertThat(slow.steps().getFirst().outcome()).isEqualTo(Outcome.INTERRUPTED);
  }

  private static Trace interrupted(dev.squall.scenario.Scenario scenario)
      throws InterruptedException {
    var trace = new AtomicReference<Trace>();
    var thread = Thread.ofPlatform().start(() -> trace.set(once(scenario, at(url()))));
    Thread.sleep(300);
    thread.interrupt();
    thread.join();
    return trace.get();
  }
}
