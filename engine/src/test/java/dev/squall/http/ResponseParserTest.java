package dev.squall.http;

import static dev.squall.http.Parsing.ofHead;
import static dev.squall.http.Parsing.untilClose;
import static dev.squall.http.Parsing.whole;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseParserTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String CHUNKED_HEAD = "1.1 200 OK | Transfer-Encoding=chunked | ";

  @Test
  void aBodyOfKnownLengthEndsWithItsLastByte() {
    assertThat(whole(OK + "Content-Length: 5\r\n\r\nhello"))
        .isEqualTo("1.1 200 OK | Content-Length=5 | <hello> | done, kept");
    assertThat(whole(OK + "Content-Length: 5\r\n\r\nhello!!"))
        .isEqualTo("1.1 200 OK | Content-Length=5 | <hello> | done, kept, 2 too many");
    assertThat(whole(OK + "Content-Length: 0\r\n\r\n"))
        .isEqualTo("1.1 200 OK | Content-Length=0 | done, kept");
    assertThat(untilClose(OK + "Content-Length: 5\r\n\r\nhell"))
        .isEqualTo("1.1 200 OK | Content-Length=5 | <hell> | CUT_OFF@42");
  }

  @Test
  void aLengthBeyondAnIntIsNoProblem() {
    assertThat(whole(OK + "Content-Length: 9223372036854775807\r\n\r\nab"))
        .isEqualTo("1.1 200 OK | Content-Length=9223372036854775807 | <ab> | unfinished");
  }

  @Test
  void aBodyWithoutALengthEndsWithTheConnection() {
    assertThat(untilClose(OK + "\r\nabc")).isEqualTo("1.1 200 OK | <abc> | done");
    assertThat(untilClose(OK + "\r\n")).isEqualTo("1.1 200 OK | done");
    assertThat(whole(OK + "\r\nabc")).isEqualTo("1.1 200 OK | <abc> | unfinished");
  }

  @Test
  void chunksAreJoinedAndTrailersReported() {
    assertThat(
            whole(
                CHUNKED + "5\r\nhello\r\n1;a=b;c=\"d e\"\r\n \r\n00A \r\n0123456789\r\n0\r\n\r\n"))
        .isEqualTo(CHUNKED_HEAD + "<hello 0123456789> | done, kept");
    assertThat(whole(CHUNKED + "0\r\nDigest: x\r\nB:  y \r\n\r\nHTTP"))
        .isEqualTo(CHUNKED_HEAD + "trailer Digest=x | trailer B=y | done, kept, 4 too many");
    assertThat(untilClose(CHUNKED + "0\r\n")).isEqualTo(CHUNKED_HEAD + "CUT_OFF@50");
    assertThat(untilClose(CHUNKED + "5\r\nhel")).isEqualTo(CHUNKED_HEAD + "<hel> | CUT_OFF@53");
  }

  @ParameterizedTest
  @CsvSource({
    "'x\r\n', CHUNK_SIZE@47",
    "'\r\n', CHUNK_SIZE@47",
    "'-1\r\n', CHUNK_SIZE@47",
    "'1\n', CHUNK_SIZE_END@48",
    "'1x\r\n', CHUNK_SIZE_END@48",
    "'1 2\r\n', CHUNK_SIZE_END@49",
    "'1\rx', CHUNK_SIZE_END@49",
    "'1;a\n', CHUNK_SIZE_END@50",
    "'1000000000000000', CHUNK_TOO_LONG@62",
  })
  void aChunkHeaderHasToBeRight(String chunk, String fault) {
    assertThat(whole(CHUNKED + chunk)).isEqualTo(CHUNKED_HEAD + fault);
  }

  @Test
  void aChunkHasToEndWhereItSaysAndToBeOfASizeWeTake() {
    assertThat(whole(CHUNKED + "1\r\nab")).isEqualTo(CHUNKED_HEAD + "<a> | CHUNK_END@51");
    assertThat(whole(CHUNKED + "1\r\na\rb")).isEqualTo(CHUNKED_HEAD + "<a> | CHUNK_END@52");
    assertThat(whole(CHUNKED + "1;" + "e".repeat(16384) + "\r\na"))
        .isEqualTo(CHUNKED_HEAD + "<a> | unfinished");
    assertThat(whole(CHUNKED + "1;" + "e".repeat(16385)))
        .isEqualTo(CHUNKED_HEAD + "LONG_EXTENSION@" + (47 + 2 + 16384));
    assertThat(whole(CHUNKED + "1" + " ".repeat(16385)))
        .isEqualTo(CHUNKED_HEAD + "LONG_EXTENSION@" + (47 + 1 + 16384));
    assertThat(whole(CHUNKED + "fffffffffffffff\r\nab"))
        .isEqualTo(CHUNKED_HEAD + "<ab> | unfinished");
  }

  @Test
  void someAnswersHaveNoBodyWhateverTheySay() {
    assertThat(ofHead(OK + "Content-Length: 5\r\n\r\n"))
        .isEqualTo("1.1 200 OK | Content-Length=5 | done, kept");
    assertThat(ofHead(CHUNKED)).isEqualTo(CHUNKED_HEAD + "done, kept");
    assertThat(ofHead(OK + "\r\n")).isEqualTo("1.1 200 OK | done, kept");
    assertThat(whole("HTTP/1.1 204 No Content\r\n\r\n"))
        .isEqualTo("1.1 204 No Content | done, kept");
    assertThat(whole("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n"))
        .isEqualTo("1.1 304 Not Modified | Content-Length=9 | done, kept");
    assertThat(whole("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nab"))
        .isEqualTo("1.1 101 Switching | Upgrade=x | done, 2 too many");
  }

  @Test
  void interimAnswersAreSkippedWithTheirHeaders() {
    String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nContent-Length: x\r\n\r\n";
    assertThat(whole(interim + OK + "Content-Length: 1\r\n\r\na"))
        .isEqualTo("1.1 200 OK | Content-Length=1 | <a> | done, kept");
    assertThat(untilClose(interim)).isEqualTo(" | CUT_OFF@" + interim.length());
    assertThat(whole("HTTP/1.1 199 A\r\n\r\n")).isEqualTo(" | unfinished");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, 'Connection: close', false",
    "1.1, 'Connection: x, CLOSE ,y', false",
    "1.1, 'connection: keep-alive', true",
    "1.1, 'Connection: closed', true",
    "1.1, 'Connection:', true",
    "1.1, 'Connectiom: close', true",
    "1.1, 'A: b', true",
    "1.0, 'A: b', false",
    "1.0, 'Connection: Keep-Alive', true",
    "1.0, 'Connection: keep-alive, close', false",
    "1.2, 'A: b', true",
  })
  void whetherTheConnectionStaysIsWhatTheServerSays(String version, String header, boolean kept) {
    assertThat(whole("HTTP/" + version + " 200 OK\r\n" + header + "\r\nContent-Length: 0\r\n\r\n"))
        .endsWith(kept ? "| done, kept" : "| done");
  }

  @ParameterizedTest
  @CsvSource({
    // Equal lengths count once, different ones are an error (RFC 9112 §6.3).
    "'Content-Length: 2;Content-Length: 2', '<ab> | done, kept'",
    "'Content-Length: 2, 2 ,2', '<ab> | done, kept'",
    "'CONTENT-LENGTH:2', '<ab> | done, kept'",
    "'Content-Length: 2;Content-Length: 3', TWO_LENGTHS@52",
    "'Content-Length: 2, 3', TWO_LENGTHS@33",
    "'Content-Length: 2,', LENGTH_NOT_A_NUMBER@33",
    "'Content-Length:', LENGTH_NOT_A_NUMBER@32",
    "'Content-Length: +2', LENGTH_NOT_A_NUMBER@33",
    "'Content-Length: -2', LENGTH_NOT_A_NUMBER@33",
    "'Content-Length: 2a', LENGTH_NOT_A_NUMBER@33",
    "'Content-Length: 2:', LENGTH_NOT_A_NUMBER@33",
    "'Content-Length: 9223372036854775808', LENGTH_NOT_A_NUMBER@33",
    // A coding overrides a length, and the connection is not trusted any further.
    "'Content-Length: 9;Transfer-Encoding: chunked', CHUNKED_NOT_KEPT",
    "'Transfer-Encoding: chunked;Content-Length: 9', CHUNKED_NOT_KEPT",
    "'Transfer-Encoding: gzip, Chunked', CHUNKED",
    "'Transfer-Encoding: gzip;Transfer-Encoding: chunked', CHUNKED",
    "'Transfer-Encoding: identity;Content-Length: 2', '<ab> | done, kept'",
    "'Transfer-Encoding: , ;Content-Length: 2', '<ab> | done, kept'",
    "'Transfer-Encoding: chunked, chunked', CHUNKED_TWICE@36",
    "'Transfer-Encoding: chunked;Transfer-Encoding: chunked', CHUNKED_TWICE@64",
    "'Transfer-Encoding: chunked, gzip', UNTIL_CLOSE",
    "'Transfer-Encoding: gzip', UNTIL_CLOSE",
  })
  void theLengthOfABodyIsFoundAsTheRfcSays(String headers, String end) {
    String head = OK + headers.replace(";", "\r\n") + "\r\n\r\n";
    switch (end) {
      case "CHUNKED" ->
          assertThat(whole(head + "2\r\nab\r\n0\r\n\r\n")).endsWith("| <ab> | done, kept");
      case "CHUNKED_NOT_KEPT" ->
          assertThat(whole(head + "2\r\nab\r\n0\r\n\r\n")).endsWith("| <ab> | done");
      case "UNTIL_CLOSE" -> assertThat(untilClose(head + "2\r\nab")).endsWith("| <2\r\nab> | done");
      default -> assertThat(whole(head + "ab")).endsWith(end);
    }
  }

  @Test
  void aCodingFromHttp10IsReadButTheConnectionNotKept() {
    String head = "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertThat(whole(head + "1\r\na\r\n0\r\n\r\n")).endsWith("| <a> | done");
  }

  @Test
  void headersAreTrimmedAndFoldedLinesJoined() {
    assertThat(whole(OK + "A:b\r\nC: \t d e \t\r\nE:\r\nContent-Length: 0\r\n\r\n"))
        .isEqualTo("1.1 200 OK | A=b | C=d e | E= | Content-Length=0 | done, kept");
    assertThat(whole(OK + "A: b\r\n c\n\td\r\nContent-Length: 0\r\n\r\n"))
        .isEqualTo("1.1 200 OK | A=b   c \td | Content-Length=0 | done, kept");
    assertThat(whole(OK + "A: \u00e9\u0001\r\nContent-Length: 0\r\n\r\n"))
        .isEqualTo("1.1 200 OK | A=\u00e9\u0001 | Content-Length=0 | done, kept");
  }

  @Test
  void aBareLineFeedEndsALineOfTheHead() {
    assertThat(whole("HTTP/1.1 200 OK\nContent-Length: 1\n\na"))
        .isEqualTo("1.1 200 OK | Content-Length=1 | <a> | done, kept");
  }

  @ParameterizedTest
  @CsvSource({
    "': b', NO_NAME@17",
    "'A', NO_NAME@18",
    "'A b: c', NO_NAME@18",
    "'A : c', NO_NAME@18",
    "' A: c', NO_NAME@17",
    "'(A): c', NO_NAME@17",
    "'\u00e9: c', NO_NAME@17",
    "'A: b\rc', BARE_CONTROL@17",
    "'A: b\u0000c', BARE_CONTROL@17",
  })
  void aHeaderLineHasANameAndAColon(String line, String fault) {
    assertThat(whole(OK + line + "\r\nB: c\r\n\r\n")).isEqualTo("1.1 200 OK | " + fault);
    assertThat(whole(OK + "Z: z\r\n" + line + "\r\n\r\n"))
        .startsWith(
            line.startsWith(" ")
                ? "1.1 200 OK | Z=z"
                : "1.1 200 OK | Z=z | " + fault.replaceAll("@.*", "@"));
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 200', '1.1 200 '",
    "'HTTP/1.1 200 ', '1.1 200 '",
    "'HTTP/1.1 200 All is well', '1.1 200 All is well'",
    "'HTTP/1.1 999 ', '1.1 999 '",
    "'HTTP/1.9 299 x', '1.9 299 x'",
  })
  void theReasonMayBeMissing(String line, String head) {
    assertThat(whole(line + "\r\nContent-Length: 0\r\n\r\n"))
        .isEqualTo(head + " | Content-Length=0 | done, kept");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/2 200', NOT_HTTP@5",
    "'http/1.1 200 OK', NOT_HTTP@0",
    "'SSH-2.0-x', NOT_HTTP@0",
    "'', NOT_HTTP@0",
    "'HTTP/1.x 200 OK', STATUS_LINE@0",
    "'HTTP/1.1x200 OK', STATUS_LINE@0",
    "'HTTP/1.1 20 OK', STATUS_LINE@0",
    "'HTTP/1.1 2000 OK', STATUS_LINE@0",
    "'HTTP/1.1 000 OK', STATUS_LINE@0",
    "'HTTP/1.1 :00 OK', STATUS_LINE@0",
    "'HTTP/1.1 2x0 OK', STATUS_LINE@0",
    "'HTTP/1.1 20x OK', STATUS_LINE@0",
    "'HTTP/1.1 2', STATUS_LINE@0",
    "'HTTP/1.1 200 O\rK', STATUS_LINE@0",
    "'HTTP/1.1 200 O\u0000K', STATUS_LINE@0",
  })
  void aStatusLineHasToBeRight(String line, String fault) {
    assertThat(whole(line + "\r\nContent-Length: 0\r\n\r\n")).isEqualTo(" | " + fault);
  }

  @Test
  void whatCannotBecomeHttpIsRefusedAtItsFirstWrongByte() {
    assertThat(whole("HTT")).isEqualTo(" | unfinished");
    assertThat(whole("HTTP:")).isEqualTo(" | NOT_HTTP@4");
    assertThat(whole("\u0015\u0003\u0003")).isEqualTo(" | NOT_HTTP@0");
    assertThat(untilClose("HTTP/1.1 20")).isEqualTo(" | CUT_OFF@0");
  }

  @Test
  void aHeaderBlockHasALimitToTheByte() {
    String head = OK + "A: " + "b".repeat(74) + "\r\n\r\n"; // 98 bytes
    assertThat(Parsing.parse(98, Parsing.bytes(head), true, false)).endsWith("| done, kept");
    assertThat(Parsing.parse(97, Parsing.bytes(head), true, false)).endsWith("| LONG_HEADER@97");
    assertThat(Parsing.parse(95, Parsing.bytes(head), true, false))
        .isEqualTo("1.1 200 OK | LONG_HEADER@95");
    // Without any line end, as soon as it is longer.
    String endless = OK + "A".repeat(83);
    assertThat(Parsing.parse(100, Parsing.bytes(endless), true, false)).endsWith("| unfinished");
    assertThat(Parsing.parse(100, Parsing.bytes(endless + "A"), true, false))
        .endsWith("| LONG_HEADER@100");
    // Interim answers and trailers have no way around it.
    assertThat(Parsing.parse(64, Parsing.bytes("HTTP/1.1 100 C\r\n\r\n".repeat(4)), true, false))
        .isEqualTo(" | LONG_HEADER@64");
    assertThat(
            Parsing.parse(64, Parsing.bytes(CHUNKED + "0\r\nA: " + "b".repeat(99)), false, false))
        .isEqualTo(CHUNKED_HEAD + "LONG_HEADER@" + (50 + 64));
  }

  @Test
  void aParserIsGoodForManyAnswersAndTakesNothingAfterTheEnd() {
    var parser = new ResponseParser(4096);
    for (String answer :
        new String[] {CHUNKED + "1\r\na\r\n0\r\n\r\n", OK + "Content-Length: 1\r\n\r\na", "X"}) {
      var seen = new Transcript();
      parser.begin(false);
      byte[] buf = Parsing.bytes(answer);
      int end = parser.feed(buf, 0, buf.length, seen);
      assertThat(parser.isDone()).isEqualTo(end == buf.length).isEqualTo(parser.keepsAlive());
      assertThat(parser.consumed()).isEqualTo(end);
      assertThat(parser.feed(buf, 0, buf.length, seen)).isZero();
      parser.peerClosed();
      assertThat(parser.isDone()).isEqualTo(end == buf.length);
    }
    assertThat(parser.fault()).isEqualTo(Fault.NOT_HTTP);
    parser.begin(false);
    assertThat(parser.fault()).isNull();
    assertThat(parser.faultAt()).isEqualTo(-1);
  }

  @Test
  void whatABodyLacksIsSaid() {
    var parser = new ResponseParser(4096);
    parser.begin(false);
    assertThat(parser.missing()).isEmpty();
    byte[] buf = Parsing.bytes(OK + "Content-Length: 5\r\n\r\nab");
    parser.feed(buf, 0, buf.length, new Transcript());
    assertThat(parser.missing()).isEqualTo(", 3 bytes of its body missing");
  }
}
