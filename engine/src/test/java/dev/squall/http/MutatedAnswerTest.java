package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with one thing wrong: at every position something, and what is known to be wrong. */
class MutatedAnswerTest {
  private static final Deadline PATIENT = Deadline.within(Duration.ofSeconds(20));
  private static final Pattern COMPLETE = Pattern.compile(".* [|] done(, kept)?", Pattern.DOTALL);
  private static final char[] BAD = "\0\r\n\t :;,x9g\u007f\u00ff".toCharArray();

  /** What a peer who ends the connection after a broken answer can be accused of. */
  private static final Set<FailureKind> NAMED =
      EnumSet.of(
          FailureKind.MALFORMED_STATUS_LINE,
          FailureKind.MALFORMED_HEADER,
          FailureKind.MALFORMED_CHUNK,
          FailureKind.CONFLICTING_LENGTH,
          FailureKind.UNEXPECTED_BYTES,
          FailureKind.TRUNCATED);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX: y\r\n\r\nbody",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nbo\r\n2\r\ndy\r\n0\r\nT: t\r\n\r\n",
        "HTTP/1.1 100 Go on\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\n\r\nbody",
      })
  void aWrongByteAtEveryPositionEndsAsTheParserSays(String answer) throws Exception {
    var mutants = new ArrayList<String>();
    for (int at = 0; at < answer.length(); at++) {
      String before = answer.substring(0, at);
      String after = answer.substring(at + 1);
      for (char bad : BAD) {
        mutants.add(before + bad + after);
      }
      mutants.add(before + after);
      mutants.add(before + answer.charAt(at) + answer.charAt(at) + after);
    }
    var all =
        Numbered.exchanges(
            mutants.size(),
            PATIENT,
            (peer, n) -> {
              peer.say(mutants.get(n));
              peer.socket().shutdownOutput();
              peer.untilClosed();
            });
    int complete = 0;
    for (int n = 0; n < mutants.size(); n++) {
      var seen = all.get(n);
      String told = Parsing.untilClose(mutants.get(n));
      if (seen.failure == null) {
        complete++;
        assertThat(told).as(mutants.get(n)).startsWith(seen.heads()).matches(COMPLETE);
      } else {
        assertThat(seen.kind()).as(mutants.get(n)).isIn(NAMED);
        assertThat(told).as(mutants.get(n)).doesNotMatch(COMPLETE);
      }
    }
    assertThat(complete).isBetween(mutants.size() / 10, mutants.size() * 9 / 10);
  }

  @ParameterizedTest
  @CsvSource({
    // the status line
    "'\r\nHTTP/1.1 204 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'http/1.1 204 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/2 204 N\r\n\r\n', MALFORMED_STATUS_LINE, 5",
    "'HTTP/1.12 204 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1  204 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 20 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 2040\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 099 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 -20 N\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 204 N\rM\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 204 N\0\r\n\r\n', MALFORMED_STATUS_LINE, 0",
    "'HTTP/1.1 100 Go\r\n\r\nnonsense\r\n\r\n', MALFORMED_STATUS_LINE, 19",
    // the header
    "'HTTP/1.1 204 N\r\n: b\r\n\r\n', MALFORMED_HEADER, 16",
    "'HTTP/1.1 204 N\r\nA\r\n\r\n', MALFORMED_HEADER, 17",
    "'HTTP/1.1 204 N\r\nA : b\r\n\r\n', MALFORMED_HEADER, 17",
    "'HTTP/1.1 204 N\r\n A: b\r\n\r\n', MALFORMED_HEADER, 16",
    "'HTTP/1.1 204 N\r\nA: b\rc\r\n\r\n', MALFORMED_HEADER, 16",
    "'HTTP/1.1 204 N\r\nA: b\0c\r\n\r\n', MALFORMED_HEADER, 16",
    "'HTTP/1.1 204 N\r\n\u00e4: b\r\n\r\n', MALFORMED_HEADER, 16",
    "'HTTP/1.1 100 N\r\nA b\r\n\r\n', MALFORMED_HEADER, 17",
    "'HTTP/1.1 200 O\r\nContent-Length: -1\r\n\r\n', MALFORMED_HEADER, 32",
    "'HTTP/1.1 200 O\r\nContent-Length: +1\r\n\r\n', MALFORMED_HEADER, 32",
    "'HTTP/1.1 200 O\r\nContent-Length: 0x1\r\n\r\n', MALFORMED_HEADER, 32",
    "'HTTP/1.1 200 O\r\nContent-Length:\r\n\r\n', MALFORMED_HEADER, 31",
    "'HTTP/1.1 200 O\r\nContent-Length: 9223372036854775808\r\n\r\n', MALFORMED_HEADER, 32",
    "'HTTP/1.1 200 O\r\nContent-Length: 1,2\r\n\r\n', CONFLICTING_LENGTH, 32",
    "'HTTP/1.1 200 O\r\nTransfer-Encoding: chunked, chunked\r\n\r\n', MALFORMED_HEADER, 35",
    // the chunks, after a head of 46 bytes
    "'=\r\n', MALFORMED_CHUNK, 46",
    "'\r\n0\r\n\r\n', MALFORMED_CHUNK, 46",
    "' 0\r\n\r\n', MALFORMED_CHUNK, 46",
    "'-1\r\n', MALFORMED_CHUNK, 46",
    "'0x1\r\n', MALFORMED_CHUNK, 47",
    "'1\nb\r\n', MALFORMED_CHUNK, 47",
    "'1\rb\r\n', MALFORMED_CHUNK, 48",
    "'1;\n', MALFORMED_CHUNK, 48",
    "'1\r\nbo\r\n', MALFORMED_CHUNK, 50",
    "'1\r\nb\n', MALFORMED_CHUNK, 50",
    "'1\r\nb\r0', MALFORMED_CHUNK, 51",
    "'1000000000000000\r\n', MALFORMED_CHUNK, 61",
    "'0\r\nT t\r\n\r\n', MALFORMED_HEADER, 50",
    "'0\r\nT: t\0\r\n\r\n', MALFORMED_HEADER, 49",
  })
  void whatIsWrongIsCalledByItsNameAndItsPlace(String answer, FailureKind kind, int at)
      throws Exception {
    boolean chunks = kind == FailureKind.MALFORMED_CHUNK || answer.startsWith("0\r\n");
    String head = chunks ? "HTTP/1.1 200 O\r\nTransfer-Encoding: chunked\r\n\r\n" : "";
    var seen = Exchanges.withAnswer(head + answer);
    assertThat(seen.kind()).isEqualTo(kind);
    assertThat(seen.failure.detail()).contains(", at byte " + at + " in \"");
    assertThat(seen.ends).isEqualTo(1);
  }

  @Test
  void whatLooksWrongAndIsAllowedIsAnAnswer() throws Exception {
    assertThat(Exchanges.withAnswer("HTTP/1.1 204\n\n").failure).isNull();
    assertThat(Exchanges.withAnswer("HTTP/1.9 999 \u00e4\r\nContent-Length: 0\r\n\r\n").status)
        .isEqualTo(999);
    assertThat(Exchanges.withAnswer("HTTP/1.1 204 N\r\nA:\r\n\tb\r\n\r\n").heads())
        .endsWith("| A=b");
    assertThat(Exchanges.withAnswer("HTTP/1.1 200 O\r\nContent-Length: 2, 02\r\n\r\nok").body())
        .isEqualTo("ok");
  }
}
