package dev.squall.run;

import static dev.squall.Squall.*;

import dev.squall.plan.Option;
import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.run.RecordingServer.Received;
import dev.squall.scenario.Step;
import dev.squall.scenario.Workload;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that numbers its answers, and steppers that ask it. */
class NumberingServer {
  final CountDownLatch arrived = new CountDownLatch(1);
  final AtomicInteger answers = new AtomicInteger();
  RecordingServer server;

  @BeforeEach
  void open() throws IOException {
    server = new RecordingServer(this::answer);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Each answer has another number, and sets a cookie of it. */
  private void answer(Received request, Socket socket) throws IOException, InterruptedException {
    if (request.target().equals("/hang")) {
      arrived.countDown();
      Thread.sleep(Duration.ofMinutes(1));
    }
    int number = answers.incrementAndGet();
    var body = "{\"n\": %d, \"list\": [{\"id\": \"x\"}, {\"id\": \"y\"}]}".formatted(number);
    RecordingServer.write(
        socket,
        "HTTP/1.1 %d As Asked\r\nSet-Cookie: n=%d\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(request.target().equals("/fail") ? 503 : 200, number, body.length(), body));
  }

  Stepper stepper(Workload workload, Option... options) {
    var all = new ArrayList<>(List.of(options));
    all.add(at(server.url()));
    return Stepper.of(
        Plan.of(workload, users(1).iterations(1), Options.of(all.toArray(Option[]::new))));
  }

  Stepper stepper(Step... steps) {
    return stepper(scenario("s", steps));
  }

  List<String> targets() {
    return server.received().stream().map(Received::target).toList();
  }

  static List<String> names(List<Stepped> steps) {
    return steps.stream().map(one -> one.step().name()).toList();
  }
}
