package dev.squall.bench;

import dev.squall.http.Deadline;
import dev.squall.http.Endpoint;
import dev.squall.http.Failure;
import dev.squall.http.Origin;
import dev.squall.http.RenderedRequest;
import dev.squall.http.ResponseSink;
import dev.squall.http.Timings;
import dev.squall.http.Wire;
import dev.squall.http.WireSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How late a limit strikes. 200 exchanges at once with limits from 100 to 299 ms meet a server that
 * accepts and says nothing; the lateness of each is the time from its limit to its end. Once alone
 * and once beside users that never rest against a server that answers, in the same process. Passes
 * where the median is at most 20 ms and the worst at most 500 ms, and every one is a time-out.
 */
public final class DeadlineCheck {
  private static final int USERS = 200;
  private static final int BUSY_USERS = 20;
  private static final double MEDIAN_MS = 20;
  private static final double WORST_MS = 500;
  private static final byte[] REQUEST = bytes("GET / HTTP/1.1\r\nHost: bench\r\n\r\n");
  private static final byte[] ANSWER = bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

  /** How an exchange ended. */
  private static final class Ending implements ResponseSink {
    private @Nullable Failure failure;
    private long began;
    private long ended;

    @Override
    public void head(int status, int minorVersion, byte[] buf, int reasonFrom, int reasonTo) {}

    @Override
    public void end(Timings timings) {
      began = timings.begunNanos();
      ended = timings.endedNanos();
    }

    @Override
    public void failed(Failure why, Timings timings) {
      failure = why;
      end(timings);
    }
  }

  private DeadlineCheck() {}

  /** Argument: rounds. */
  public static void main(String[] args) throws Exception {
    boolean passed = true;
    for (int round = 0; round < Integer.parseInt(args[0]); round++) {
      for (int busy : new int[] {0, BUSY_USERS}) {
        try (var silent = listener();
            var answering = listener();
            var wire = new Wire(WireSettings.DEFAULT)) {
          serve(silent, false);
          serve(answering, true);
          var over = new CountDownLatch(1);
          for (int i = 0; i < busy; i++) {
            Thread.ofVirtual().start(() -> neverRest(wire.origin(endpoint(answering)), over));
          }
          passed &= judge(busy, lateness(wire, endpoint(silent)));
          over.countDown();
        }
      }
    }
    System.exit(passed ? 0 : 1);
  }

  private static double[] lateness(Wire wire, Endpoint silent) throws InterruptedException {
    // The first limits strike while classes are loaded; they are no part of the question.
    var _ = ends(wire, silent, 10);
    return ends(wire, silent, USERS);
  }

  private static double[] ends(Wire wire, Endpoint silent, int users) throws InterruptedException {
    var late = new double[users];
    var wrong = new AtomicReference<@Nullable String>();
    var threads = new Thread[users];
    for (int i = 0; i < users; i++) {
      int number = i;
      long limit = 100L + number % 200;
      threads[i] =
          Thread.ofVirtual()
              .start(() -> {
                var ending = new Ending();
                var deadline = Deadline.within(Duration.ofMillis(limit));
                wire.origin(silent).exchange(RenderedRequest.of(REQUEST), deadline, ending);
                var failure = ending.failure;
                if (failure == null || !failure.kind().label().endsWith("timeout")) {
                  wrong.set(String.valueOf(failure));
                }
                late[number] = (ending.ended - ending.began) / 1e6 - limit;
              });
    }
    // Started from outside, beside users that never rest: a run's canary would notice that they
    // wait and let them in, and here is none.
    wire.letOthersIn();
    for (var thread : threads) {
      thread.join();
    }
    if (wrong.get() != null) {
      throw new IllegalStateException("no time-out but " + wrong.get());
    }
    Arrays.sort(late);
    return late;
  }

  private static boolean judge(int busy, double[] late) {
    double median = late[late.length / 2];
    double worst = late[late.length - 1];
    boolean passed = median <= MEDIAN_MS && worst <= WORST_MS && late[0] >= 0;
    System.out.printf(
        "%d silent users beside %d that never rest: median %.1f ms, p99 %.1f ms, worst %.1f ms late%s%n",
        late.length,
        busy,
        median,
        late[late.length * 99 / 100],
        worst,
        passed ? "" : "  OUT OF BOUNDS");
    return passed;
  }

  private static void neverRest(Origin origin, CountDownLatch over) {
    try (origin) {
      var deadline = Deadline.within(Duration.ofSeconds(30));
      while (over.getCount() > 0) {
        origin.exchange(RenderedRequest.of(REQUEST), deadline, new Ending());
      }
    }
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
  }

  private static Endpoint endpoint(ServerSocket listener) {
    return new Endpoint("127.0.0.1", listener.getLocalPort());
  }

  private static void serve(ServerSocket listener, boolean answers) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            while (true) {
              var socket = listener.accept();
              Thread.ofVirtual().start(() -> talk(socket, answers));
            }
          } catch (IOException e) {
            // closed: the round is over
          }
        });
  }

  private static void talk(Socket socket, boolean answers) {
    var request = new byte[REQUEST.length];
    try (socket) {
      socket.setTcpNoDelay(true);
      while (socket.getInputStream().readNBytes(request, 0, request.length) == request.length) {
        if (answers) {
          socket.getOutputStream().write(ANSWER);
        }
      }
    } catch (IOException e) {
      // the client went away, which is its right
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
