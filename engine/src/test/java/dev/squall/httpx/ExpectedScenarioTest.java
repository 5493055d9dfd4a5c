package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison that the golden folder stands on. */
class ExpectedScenarioTest {
  @TempDir Path folder;

  private ExpectedScenario scenario() throws IOException {
    var file = folder.resolve("a.requests");
    Files.writeString(
        file,
        """
        # about it
        ## scenario sign in
        ## load 5 users for 1m
        ## fails a, b

        > GET /a
        X-Id: <token>

        ## parallel
        > GET /b
        > GET /c
        ## branch
        # <1..3> is a number
        > POST /d
        Cookie: s=<token>

        <1..3>
        ## end
        """);
    return ExpectedScenario.in(file).getFirst();
  }

  private static List<RecordedRequest> sent(String letters) {
    return Pattern.compile("")
        .splitAsStream(letters)
        .map(letter ->
            new RecordedRequest(
                switch (letter) {
                  case "a" -> "GET /a\nX-Id: 12345678901234567890";
                  case "d" -> "POST /d\nCookie: s=12345678901234567890\n\n2";
                  case "o" -> "POST /d\nCookie: s=another-token-67890xx\n\n2";
                  case "n" -> "POST /d\nCookie: s=12345678901234567890\n\n4";
                  default -> "GET /" + letter;
                }))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "abcd, true",
    "abdc, true",
    "adbc, true",
    "acbd, false",
    "bacd, false",
    "abc, false",
    "abcda, false",
    "abco, false",
    "abcn, false",
    "xbcd, false",
  })
  void branchesKeepTheirOrdersAndNothingElseIsFree(String letters, boolean met) throws IOException {
    assertThat(scenario().isMetBy(sent(letters))).isEqualTo(met);
  }

  @Test
  void theHeadOfASectionIsRead() throws IOException {
    assertThat(scenario())
        .extracting(
            ExpectedScenario::name, ExpectedScenario::load, one -> String.join("", one.failing()))
        .startsWith("sign in", "5 users for 1m");
    assertThat(scenario().failing()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void whatEveryRequestSaysIsLeftOut() {
    var head =
        "POST /a HTTP/1.1\r\nHost: h\r\nUser-Agent: squall\r\nAccept: text/csv\r\nContent-Length:"
            + " 3\r\n\r\n";
    assertThat(RecordedRequest.of(head, "a\r\n").text())
        .isEqualTo("POST /a\nAccept: text/csv\n\na");
  }
}
