package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer that stops after any number of its bytes, in every framing. */
class CutAnswerTest {
  private static final Deadline PATIENT = Deadline.within(Duration.ofSeconds(20));

  enum Framed {
    FIXED("HTTP/1.1 201 Made\r\nA: b\r\nContent-Length: 4\r\n\r\nbody"),
    CHUNKED(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nbo\r\n2\r\ndy\r\n0\r\nT: t\r\n\r\n"),
    UNTIL_CLOSE("HTTP/1.0 200\r\nA: b\r\n\r\nbody"),
    AFTER_INTERIM(
        "HTTP/1.1 103 Hints\r\nLink: a\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    final String text;

    Framed(String text) {
      this.text = text;
    }

    /** From how many bytes on the end of the connection completes the answer. */
    int completeFrom() {
      return this == UNTIL_CLOSE ? text.indexOf("\r\n\r\n") + 4 : text.length();
    }

    String bodyOf(int bytes) {
      return this == UNTIL_CLOSE ? text.substring(completeFrom(), bytes) : bodyOfAll();
    }

    private String bodyOfAll() {
      return this == AFTER_INTERIM ? "" : "body";
    }

    List<Transcript> cut(Deadline deadline, Numbered.Script then) throws Exception {
      return Numbered.exchanges(
          text.length() + 1,
          deadline,
          (peer, bytes) -> {
            peer.say(text.substring(0, bytes));
            then.serve(peer, bytes);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEndIsTruncationUnlessItCompletesTheAnswer(Framed framed) throws Exception {
    var all = framed.cut(PATIENT, (peer, bytes) -> {});
    for (int bytes = 0; bytes < all.size(); bytes++) {
      var seen = all.get(bytes);
      assertThat(seen.received).isEqualTo(bytes);
      if (bytes >= framed.completeFrom()) {
        assertThat(seen.failure).as("after %d bytes", bytes).isNull();
        assertThat(seen.body()).isEqualTo(framed.bodyOf(bytes));
      } else {
        assertThat(seen.kind())
            .as("after %d bytes", bytes)
            .isEqualTo(bytes == 0 ? FailureKind.CLOSED_BEFORE_ANSWER : FailureKind.TRUNCATED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHalfClosedConnectionIsNoDifferent(Framed framed) throws Exception {
    var all =
        framed.cut(
            PATIENT,
            (peer, bytes) -> {
              peer.socket().shutdownOutput();
              peer.untilClosed();
            });
    for (int bytes = 0; bytes < all.size(); bytes++) {
      assertThat(all.get(bytes).kind())
          .as("after %d bytes", bytes)
          .isEqualTo(
              bytes >= framed.completeFrom()
                  ? null
                  : bytes == 0 ? FailureKind.CLOSED_BEFORE_ANSWER : FailureKind.TRUNCATED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResetCompletesNothing(Framed framed) throws Exception {
    var all = framed.cut(PATIENT, (peer, bytes) -> peer.reset());
    for (int bytes = 0; bytes < all.size(); bytes++) {
      var seen = all.get(bytes);
      assertThat(seen.received).as("after %d bytes", bytes).isLessThanOrEqualTo(bytes);
      if (seen.received == framed.text.length() && framed != Framed.UNTIL_CLOSE) {
        assertThat(seen.failure).isNull();
      } else {
        assertThat(seen.kind()).as("after %d bytes", bytes).isEqualTo(FailureKind.RESET);
        assertThat(seen.failure.detail())
            .contains(" after " + seen.received + " bytes of the answer");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void silenceEndsWithTheLimitBetweenBytes(Framed framed) throws Exception {
    var limit = PATIENT.idle(Duration.ofMillis(150));
    var all = framed.cut(limit, (peer, bytes) -> peer.untilClosed());
    for (int bytes = 0; bytes < all.size(); bytes++) {
      var seen = all.get(bytes);
      assertThat(seen.received).isEqualTo(bytes);
      if (bytes == framed.text.length() && framed != Framed.UNTIL_CLOSE) {
        assertThat(seen.failure).isNull();
      } else {
        assertThat(seen.kind()).as("after %d bytes", bytes).isEqualTo(FailureKind.IDLE_TIMEOUT);
        assertThat(seen.ended - seen.began).isBetween(150_000_000L, 650_000_000L);
      }
    }
  }
}
