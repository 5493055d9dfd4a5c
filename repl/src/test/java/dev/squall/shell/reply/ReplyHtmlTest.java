package dev.squall.shell.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.sample.Category;
import dev.squall.stats.Trace.TracedStep;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReplyHtmlTest {
  private static final View CELL = View.of(80, 24);
  private static final String EVIL =
      "</script><script>alert(1)</script>\"'&amp;]]>\u001b[2J\u0000\u202e";

  private static final List<TracedStep> HOSTILE =
      List.of(
          Answers.of(200, EVIL, EVIL, EVIL),
          Answers.of(200, "<html>" + (EVIL + "\n").repeat(200), "Content-Type", "text/html"),
          Answers.json("{\"" + EVIL.replaceAll("[\\x00-\\x1f\"]", "") + "\": \"</script><b>\"}"),
          Answers.json("[" + "{\"a\": \"</details><script>\", \"b\": [1]},".repeat(90) + "{}]"),
          Answers.failed(Category.OTHER_ERROR, EVIL, EVIL),
          Answers.of(200, "\u0000\u0001", "Content-Type", "image/png"));

  private static Document parsed(String fragment) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader("<body>" + fragment + "</body>")));
  }

  @Test
  void whateverTheServerSendsTheFragmentIsWellFormedAndHasNoScript() throws Exception {
    for (var step : HOSTILE) {
      for (var view : List.of(CELL, CELL.unfolded(), CELL.withHeaders())) {
        var page = parsed(ReplyHtml.of(step, view));
        for (var name : List.of("script", "b", "html", "img", "link")) {
          assertThat(page.getElementsByTagName(name).getLength()).as(name).isZero();
        }
        assertThat(page.getDocumentElement().getTextContent())
            .doesNotContainPattern("[\\p{Cntrl}\u202e&&[^\n]]");
      }
    }
  }

  @Test
  void itCarriesItsStyleAndLoadsNothing() {
    var html = ReplyHtml.alone(Answers.json("{}"), CELL);

    assertThat(html)
        .startsWith("<style>\n.squall-reply {")
        .contains("currentColor")
        .doesNotContain(
            "url(", "@import", "http", "<script", "src=", "#000", "#fff", "black", "white;");
  }

  @Test
  void theFirstItemIsOpenAndTheOthersShowTheirBeginning() throws Exception {
    var page = parsed(ReplyHtml.of(Answers.json(ReplyTextTest.items(100)), CELL));
    var folds = page.getElementsByTagName("details");
    long open = 0;
    for (int i = 0; i < folds.getLength(); i++) {
      open += folds.item(i).getAttributes().getNamedItem("open") == null ? 0 : 1;
    }
    assertThat(folds.getLength()).isGreaterThan(100);
    assertThat(open).isEqualTo(3);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("100 items", "… 89 more", "\"item-99\"");
  }

  @Test
  void unfoldedEverythingIsOpen() {
    assertThat(ReplyHtml.of(Answers.json(ReplyTextTest.items(50)), CELL.unfolded()))
        .contains("<details open=\"open\">", "item-49")
        .doesNotContain("<details>");
  }

  @Test
  void aHugeBodyStaysAFragmentThatABrowserCanShow() {
    var many =
        ReplyHtml.of(Answers.json("[" + "{\"a\": {\"b\": [1, 2]}},".repeat(3_000) + "{}]"), CELL);
    var leaves = ReplyHtml.of(Answers.json("[" + "123456,".repeat(10_000) + "1]"), CELL);
    var text = ReplyHtml.of(Answers.of(200, "line\n".repeat(45_000)), CELL);

    assertThat(many.length()).isLessThan(600_000);
    assertThat(many).contains(" more</div>");
    assertThat(leaves.length()).isLessThan(200_000);
    assertThat(text.length()).isLessThan(300_000);
    assertThat(text).contains("the first 200 000 characters");
  }

  @Test
  void headersAreThereBehindAFold() throws Exception {
    var step = Answers.of(200, "x", "Content-Type", "text/plain", "Set-Cookie", "sid=abc; Secure");

    assertThat(parsed(ReplyHtml.of(step, CELL)).getDocumentElement().getTextContent())
        .contains("2 headers", "Content-Type: text/plain", "sid=…; Secure")
        .doesNotContain("abc");
    assertThat(ReplyHtml.of(step, CELL.revealed().withHeaders()))
        .contains("sid=abc", "<details class=\"about\" open=\"open\">");
  }

  @Test
  void secretsAreMasked() {
    var step =
        Answers.json("{\"deep\": [{\"token\": \"s3cret\", \"n\": \"" + "x".repeat(90) + "\"}]}");

    assertThat(ReplyHtml.of(step, CELL)).doesNotContain("s3cret");
    assertThat(ReplyHtml.of(step, CELL.revealed())).contains("s3cret");
  }
}
