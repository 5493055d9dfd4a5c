package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, the parser ends with an answer or a fault and holds what it must. */
class MillionAnswersTest {
  private static final long SEED = 20261122;
  private static final int MAX_HEADER_BYTES = 1024;

  /** Takes note of all it is told in one number, and of nothing that would make it slow. */
  private static final class Story implements ResponseSink {
    private int fed;

    long told; // FNV-1a over what was said, pieces of a body joined
    long headerBytes;
    long bodyBytes;
    int heads;
    boolean over;

    void begin() {
      told = 0xcbf29ce484222325L;
      headerBytes = 0;
      bodyBytes = 0;
      heads = 0;
      over = false;
    }

    void feeding(int to) {
      fed = to;
    }

    private void tell(byte[] bytes, int from, int to) {
      if (over || from < 0 || from > to || to > fed) {
        throw new AssertionError("told of bytes " + from + " to " + to + " of " + fed);
      }
      for (int i = from; i < to; i++) {
        add(bytes[i]);
      }
    }

    private void add(int what) {
      told = (told ^ what) * 0x100000001b3L;
    }

    private void line(byte[] b, int nameFrom, int nameTo, int valueFrom, int valueTo) {
      tell(b, nameFrom, nameTo);
      add(':');
      tell(b, valueFrom, valueTo);
      add('\n');
      headerBytes += valueTo - nameFrom;
    }

    @Override
    public void head(int status, int minorVersion, byte[] b, int reasonFrom, int reasonTo) {
      heads++;
      add(status);
      add(minorVersion);
      tell(b, reasonFrom, reasonTo);
    }

    @Override
    public void header(byte[] b, int nameFrom, int nameTo, int valueFrom, int valueTo) {
      line(b, nameFrom, nameTo, valueFrom, valueTo);
    }

    @Override
    public void body(byte[] b, int from, int to) {
      tell(b, from, to);
      bodyBytes += to - from;
    }

    @Override
    public void trailer(byte[] b, int nameFrom, int nameTo, int valueFrom, int valueTo) {
      line(b, nameFrom, nameTo, valueFrom, valueTo);
    }

    @Override
    public void end(Timings timings) {}

    @Override
    public void failed(Failure failure, Timings timings) {}
  }

  /** A connection's buffer without the connection. */
  private static final class Reader {
    final ResponseParser parser = new ResponseParser(MAX_HEADER_BYTES);
    final Story story = new Story();
    private final byte[] buf = new byte[128 * 1024];
    private int to;

    /** Feeds pieces of up to that size and returns whether all was as it must be. */
    void read(Mutator answer, SplittableRandom random, int longest) {
      parser.begin(answer.head);
      story.begin();
      to = 0;
      int at = 0;
      while (at < answer.length && !parser.isDone() && parser.fault() == null) {
        int n = Math.min(answer.length - at, longest == 1 ? 1 : random.nextInt(1, longest));
        System.arraycopy(answer.bytes, at, buf, to, n);
        at += n;
        to += n;
        story.feeding(to);
        int understood = parser.feed(buf, 0, to, story);
        if (understood < 0 || understood > to) {
          throw new AssertionError("understood " + understood + " of " + to);
        }
        to -= understood;
        System.arraycopy(buf, understood, buf, 0, to);
        boolean goesOn = !parser.isDone() && parser.fault() == null;
        if (goesOn && to > MAX_HEADER_BYTES) {
          throw new AssertionError("holds back " + to + " bytes");
        }
      }
      story.over = parser.isDone() || parser.fault() != null;
      parser.feed(buf, 0, to, story); // an answer that is over takes nothing
      story.over = true;
      if (answer.close || !parser.isDone()) {
        parser.peerClosed();
      }
      if (parser.isDone() == (parser.fault() != null)
          || story.heads > 1
          || (parser.isDone() && story.heads == 0)
          || story.bodyBytes + story.headerBytes > answer.length
          || parser.consumed() > answer.length
          || parser.faultAt() > answer.length) {
        throw new AssertionError("told more than was said");
      }
    }
  }

  @Test
  void aMillionAnswersEndWithoutAnException() {
    var answer = new Mutator(SEED, 5_000);
    var random = new SplittableRandom(SEED);
    var one = new Reader();
    var other = new Reader();
    var faults = new EnumMap<Fault, Integer>(Fault.class);
    int done = 0;
    for (int i = 0; i < 1_000_000; i++) {
      answer.next();
      try {
        one.read(answer, random, 4_096);
        other.read(answer, random, i % 64 == 0 ? 1 : 64);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("answer " + i + ": " + text(answer), e);
      }
      var fault = one.parser.fault();
      if (fault != other.parser.fault()
          || one.parser.faultAt() != other.parser.faultAt()
          || one.story.told != other.story.told) {
        throw new AssertionError("answer " + i + " tells two stories: " + text(answer));
      }
      if (fault == null) {
        done++;
      } else {
        faults.merge(fault, 1, Integer::sum);
      }
    }
    assertThat(done).isBetween(100_000, 900_000);
    assertThat(faults).containsOnlyKeys(Fault.values());
  }

  @Test
  void threeThousandOfThemOnRealSocketsEndWithinTheirLimit() throws Exception {
    var random = new Mutator(SEED + 1, 5_000);
    byte[][] answers = new byte[3_000][];
    boolean[] heads = new boolean[answers.length];
    for (int i = 0; i < answers.length; i++) {
      random.next();
      answers[i] = Arrays.copyOf(random.bytes, random.length);
      heads[i] = random.head;
    }
    var all =
        Numbered.exchanges(
            answers.length,
            Deadline.within(Duration.ofSeconds(20)),
            n -> heads[n],
            (peer, n) -> {
              int half = answers[n].length / 2;
              peer.out().write(answers[n], 0, half);
              peer.out().write(answers[n], half, answers[n].length - half);
              peer.socket().shutdownOutput();
              peer.untilClosed();
            });
    for (int n = 0; n < answers.length; n++) {
      var seen = all.get(n);
      String told = Parsing.parse(256 * 1024, answers[n], heads[n], true);
      boolean complete = told.endsWith(" done") || told.endsWith(" done, kept");
      assertThat(seen.failure == null).as("answer %d: %s", n, told).isEqualTo(complete);
      assertThat(seen.kind())
          .isNotIn(FailureKind.TOTAL_TIMEOUT, FailureKind.RESET, FailureKind.CLOSED);
      assertThat(told).startsWith(seen.heads());
    }
    assertThat(IntStream.range(0, all.size()).filter(n -> all.get(n).failure == null).count())
        .isBetween(300L, 2_700L);
  }

  private static String text(Mutator answer) {
    return Octets.printable(answer.bytes, 0, answer.length);
  }
}
