package dev.squall.shell.eval;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A session and what became of everything in it. */
final class Evaluations implements AutoCloseable {
  final JavaSession java = JavaSession.open(3);
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
  final List<Reset> resets = new ArrayList<>();
  private final AtomicReference<Token> current = new AtomicReference<>();

  Token token() {
    var token = new Token(new Surroundings(printer, printer, InputStream.nullInputStream()));
    current.set(token);
    return token;
  }

  /** What became of each snippet of a text. */
  List<Outcome> all(String text) {
    var outcomes = new ArrayList<Outcome>();
    java.eval(
        "cell",
        text,
        token(),
        one -> {
          outcomes.add(one.outcome());
          resets.addAll(one.resets());
        });
    return outcomes;
  }

  /** What became of the last one. */
  Outcome last(String text) {
    return all(text).getLast();
  }

  /** The value of the last one. */
  Object value(String text) {
    var outcome = last(text);
    if (outcome instanceof Outcome.Value value) {
      return value.value();
    }
    throw new AssertionError(text + " gave " + outcome);
  }

  String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Evaluates, stops it after it began, and says what became of it; fails if that takes long. */
  Outcome stopped(String text) throws InterruptedException {
    var outcome = new AtomicReference<Outcome>();
    var ended = new CountDownLatch(1);
    var thread =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              outcome.set(last(text));
              ended.countDown();
            });
    while (!isRunning(thread)) {
      Thread.sleep(Duration.ofMillis(5));
    }
    Thread.sleep(Duration.ofMillis(30));
    current.get().stop();
    if (!ended.await(2, TimeUnit.SECONDS)) {
      throw new AssertionError("not stopped within two seconds: " + text);
    }
    return outcome.get();
  }

  private static boolean isRunning(Thread thread) {
    for (var frame : thread.getStackTrace()) {
      if (frame.getClassName().equals(Workers.class.getName())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    java.close();
  }
}
