package dev.squall.shell.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.sheet.Display;
import dev.squall.stats.Trace.Hop;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
  private static final View SCREEN = View.of(80, 24);
  private static final Pattern ANSI = Pattern.compile("\u001b\\[[\\d;]*m");

  static String items(int count) {
    var item =
        """
        {"id": "item-%1$d", "name": "The item with number %1$d", "price": 9.50, \
        "tags": ["a", "b"], "in stock": true}\
        """;
    return IntStream.range(0, count)
        .mapToObj(item::formatted)
        .collect(Collectors.joining(", ", "{\"items\": [", "], \"total\": " + count + "}"));
  }

  @Test
  void statusSizeAndTimesStandOnOneLine() {
    assertThat(ReplyText.of(Answers.json("{}"), View.of(100, 24)))
        .isEqualTo(
            "200 OK · 512 B · 3.1 ms   connect 0.40 · server 2.6 · body 0.10 · new connection\n{}\n");
  }

  @Test
  void timesTakeALineOfTheirOwnOnANarrowScreen() {
    assertThat(ReplyText.of(Answers.json("{}"), View.of(50, 24)))
        .isEqualTo(
            "200 OK · 512 B · 3.1 ms\n   connect 0.40 · server 2.6 · body 0.10 · new connection\n{}\n");
  }

  @Test
  void whatFitsOnALineStaysThereAndTheRestIsOpened() {
    var body =
        "{\"a\":[1,2],\"b\":{\"c\":\"" + "x".repeat(60) + "\",\"d\":1.50e3},\"e\":[],\"f\":null}";

    assertThat(ReplyText.of(Answers.json(body), SCREEN))
        .endsWith(
            """
            {
              "a": [1, 2],
              "b": {
                "c": "%s",
                "d": 1.50e3
              },
              "e": [],
              "f": null
            }
            """
                .formatted("x".repeat(60)));
  }

  @Test
  void aLongListFoldsBehindItsFirstItems() {
    var text = ReplyText.of(Answers.json(items(200)), SCREEN);

    assertThat(text)
        .contains("      \"id\": \"item-0\",\n", "    {\"id\": \"item-1\", \"name\"", " more\n")
        .contains("  \"total\": 200\n", "folded · %body shows all of it\n")
        .doesNotContain("item-100");
    assertThat(text.lines().count()).isBetween(15L, 26L);
    var more = Pattern.compile("… (\\d+) more").matcher(text);
    assertThat(more.find()).isTrue();
    assertThat(Pattern.compile("\"id\": ").matcher(text).results().count())
        .isEqualTo(200 - Integer.parseInt(more.group(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 33, 80, 120})
  void noLineOfAFoldedBodyIsWiderThanTheScreen(int columns) {
    var deep = "{\"a\":".repeat(80) + items(40) + "}".repeat(80);
    for (var body : List.of(items(300), deep, "[" + "123456,".repeat(5000) + "1]")) {
      var lines = BodyLines.of(Answers.json(body), View.of(columns, 24));
      assertThat(lines.folded()).isTrue();
      assertThat(lines.lines()).hasSizeBetween(3, 24);
      assertThat(lines.lines()).allMatch(line -> line.width() <= columns);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 7, 12, 24, 60})
  void aBodyIsFoldedToTheHeightOfTheScreen(int lines) {
    for (var body :
        List.of(
            items(100),
            "[" + "[".repeat(100) + "]".repeat(100) + "]",
            text(500),
            "<a>\n".repeat(90))) {
      var step = Answers.of(200, body);
      assertThat(BodyLines.of(step, View.of(80, lines)).lines())
          .hasSizeLessThanOrEqualTo(lines + 1);
    }
  }

  private static String text(int lines) {
    return IntStream.range(0, lines)
        .mapToObj("line %d of many"::formatted)
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2.50, 1e400, -0, 12345678901234567890123]",
        "{\"a\": 1, \"a\": 2, \"\": {}, \"\\u001b[31m\": \"\\u202e\\ud800 \\ud83d\\ude00\"}",
        "{\"deep\": [[[[{\"x\": [true, false, null]}]]]]}",
      })
  void unfoldedNothingIsLost(String body) {
    var shown = BodyLines.of(Answers.json(body), View.of(20, 4).unfolded());

    assertThat(shown.folded()).isFalse();
    assertThat(JsonReader.read(written(shown))).isEqualTo(JsonReader.read(body)).isPresent();
  }

  @Test
  void unfoldedAllOfALongListIsThere() {
    var shown = BodyLines.of(Answers.json(items(500)), View.of(60, 4).unfolded());

    assertThat(JsonReader.read(written(shown))).isEqualTo(JsonReader.read(items(500)));
  }

  private static String written(BodyLines body) {
    return body.lines().stream().map(line -> line.text(false)).collect(Collectors.joining("\n"));
  }

  @Test
  void aLongStringIsCutAndSaysHowLongItIs() {
    var text =
        ReplyText.of(Answers.json("{\"a\": \"" + "long ".repeat(200) + "\"}"), View.of(400, 9));

    assertThat(text).contains("long long …\" 1 000 characters").contains("folded");
  }

  @Test
  void coloursAreTheTerminalsOwnAndChangeNothingElse() {
    var step = Answers.json("{\"key\": [\"text\", 12, true, null]}");
    var coloured = ReplyText.of(step, SCREEN.coloured().withHeaders());

    assertThat(coloured)
        .contains(
            "\u001b[1m\"key\"\u001b[0m", "\u001b[32m\"text\"\u001b[0m", "\u001b[35m12\u001b[0m");
    assertThat(ANSI.matcher(coloured).replaceAll(""))
        .isEqualTo(ReplyText.of(step, SCREEN.withHeaders()));
    assertThat(ANSI.matcher(coloured).results().map(found -> found.group()))
        .noneMatch(code -> code.matches(".*[\\[;](30|37|4\\d|90|97|10\\d|[34]8)[;m].*"));
  }

  @Test
  void nothingOfTheServerMovesTheCursor() {
    var evil = "a\u001b[2Jb\u009b1mc\u202ed\be\r\u0007f\u2028g\ufeff";
    var hops = List.of(new Hop("http://h/" + evil, 302, "/" + evil, 1));
    var one = Answers.failed(Category.NETWORK_ERROR, "reset" + evil, evil);
    var steps =
        List.of(
            one,
            Answers.of(200, evil, evil, evil, "Content-Type", "text/plain"),
            Answers.of(200, "{\"x\": \"" + evil, "Content-Type", "application/json"),
            Answers.of(200, "<a b=\"" + evil + "\">" + evil + "</a>", "Content-Type", "text/xml"),
            Answers.of(405, evil, "Content-Type", "image/" + evil, "Allow", evil),
            Answers.json(
                "{\"" + evil.replaceAll("[\\x00-\\x1f]", "") + "\": \"\\u001b[2J\\b\\u0007\"}"),
            Answers.with(Answers.json("{}"), hops));
    for (var step : steps) {
      for (var view : List.of(SCREEN.withHeaders(), SCREEN.unfolded(), SCREEN.revealed())) {
        assertThat(ReplyText.of(step, view))
            .doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u202e\\u2028\\ufeff&&[^\n]]");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token\": \"abc\"} | {\"token\": \"…\"}",
        "{\"password\": 1234} | {\"password\": \"…\"}",
        "{\"session\": {\"a\": 1}} | {\"session\": \"…\"}",
        "{\"token\": null, \"ok\": true} | {\"token\": null, \"ok\": true}",
        "{\"a\": \"4111 1111 1111 1111\"} | {\"a\": \"…1111\"}",
        "{\"a\": 5555555555554444} | {\"a\": …4444}",
        "{\"a\": \"eyJhbGciOi.eyJzdWIiOi.c2ln\"} | {\"a\": \"…\"}",
        "{\"a\": \"/x?token=abc&b=c\"} | {\"a\": \"/x?token=…&b=c\"}",
        "{\"a\": 1764226272123} | {\"a\": 1764226272123}",
      })
  void secretsAreMaskedByNameAndByLooks(String body, String shown) {
    assertThat(ReplyText.of(Answers.json(body), SCREEN)).endsWith("\n" + shown + "\n");
    assertThat(ReplyText.of(Answers.json(body), SCREEN.revealed())).endsWith("\n" + body + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111111, true",
    "4111-1111-1111-1111, true",
    "378282246310005, true",
    "6011111111111117, true",
    "4111111111111112, false",
    "1234567812345670, false",
    "0.4111111111111111, false",
    "41111111111111111111111, false",
  })
  void aCardIsKnownByItsNetworkAndItsCheckDigit(String number, boolean masked) {
    assertThat(new Masks(false).text("pay " + number).equals("pay " + number)).isNotEqualTo(masked);
  }

  @Test
  void aSecretThatIsCutIsMaskedAllTheSame() {
    var text = "x".repeat(100) + "\n{\"password\": \"" + "s3cret".repeat(40_000) + "\"}";

    assertThat(ReplyText.of(Answers.of(200, text), SCREEN)).doesNotContain("s3cret");
  }

  @Test
  void headersAreShownOnDemandWithoutTheirSecrets() {
    var step =
        Answers.of(
            200,
            "hi",
            "Content-Type",
            "text/plain",
            "Set-Cookie",
            "sid=abc; Path=/",
            "X-Api-Key",
            "k1");

    assertThat(ReplyText.of(step, SCREEN)).doesNotContain("Content-Type");
    assertThat(ReplyText.of(step, SCREEN.withHeaders()))
        .contains("Content-Type: text/plain\nSet-Cookie: sid=…; Path=/\nX-Api-Key: …\n\nhi\n");
    assertThat(ReplyText.of(step, SCREEN.withHeaders().revealed())).contains("sid=abc", ": k1");
  }

  @Test
  void aFailureIsSaidWithWhatMayHelp() {
    var step =
        Answers.failed(Category.NETWORK_ERROR, "connection_refused", "refused at 127.0.0.1:1");

    assertThat(ReplyText.of(step, SCREEN))
        .isEqualTo(
            """
            no answer · 1.5 ms
            ✗ network_error (connection_refused): refused at 127.0.0.1:1
              nobody listens there: is the server running, the port right?
            """);
  }

  @Test
  void aRefusalSaysWhatTheServerWants() {
    assertThat(ReplyText.of(Answers.of(405, "", "Allow", "GET, PUT"), SCREEN))
        .startsWith("405 Method Not Allowed · ")
        .contains("\n  this path takes GET, PUT\n");
  }

  @Test
  void redirectsComeFirst() {
    var step =
        Answers.with(Answers.json("{}"), List.of(new Hop("http://h/a?token=x", 302, "/b", 1.2)));

    assertThat(ReplyText.of(step, SCREEN))
        .startsWith("↪ 302 Found http://h/a?token=… → /b · 1.2 ms\n200 OK");
  }

  @Test
  void brokenJsonIsShownAsItIsAndSaysWhereItBreaks() {
    assertThat(ReplyText.of(Answers.json("{\"a\": 1,\n oops}"), SCREEN))
        .contains("no JSON, though it says so: ", "(line 2, column ")
        .endsWith("{\"a\": 1,\n oops}\n");
  }

  @Test
  void bytesAreShownAsASizeAndTheirHead() {
    var step =
        Answers.of(
            200,
            "\ufffdPNG\r\n\u001a\n\0\0\0\rIHDRé",
            "Content-Type",
            "image/png",
            "Content-Length",
            "8090");

    assertThat(ReplyText.of(step, SCREEN))
        .endsWith(
            """
            binary · image/png · 8.1 kB
            ·· 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52  ·PNG········IHDR
            c3 a9                                            ··
            """);
  }

  @Test
  void xmlOnOneLineIsBroken() {
    var xml = "<?xml version=\"1.0\"?><a b=\"1\"><c>x &lt; y</c><d/><e><f>1</f></e></a>";

    assertThat(ReplyText.of(Answers.of(200, xml, "Content-Type", "application/xml"), SCREEN))
        .endsWith(
            """
            <?xml version="1.0"?>
            <a b="1">
              <c>x &lt; y</c>
              <d/>
              <e>
                <f>1</f>
              </e>
            </a>
            """);
  }

  @Test
  void tabsAndIndentationOfTextStay() {
    assertThat(ReplyText.of(Answers.of(200, "a:\n  b\n\tc", "Content-Type", "text/yaml"), SCREEN))
        .endsWith("a:\n  b\n    c\n");
  }

  @Test
  void aHugeLineIsCut() {
    var body = "x".repeat(1_000_000);
    var lines = BodyLines.of(Answers.of(200, body), SCREEN);

    assertThat(lines.folded()).isTrue();
    assertThat(lines.lines().getFirst().width()).isLessThanOrEqualTo(4 * 80);
    assertThat(Display.width(lines.lines().getLast().text(false))).isLessThan(80);
  }
}
