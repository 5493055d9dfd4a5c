package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.stats.Judgements;
import dev.squall.stats.Latencies;
import dev.squall.stats.SavedResults;
import dev.squall.stats.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {
  private static final String PAGE =
      new HtmlReport(ReportGallery.judged(BusyMinute.of(4))).toString();

  private static String page(SavedResults saved) {
    return new HtmlReport(saved).toString();
  }

  private static List<Element> elements(String page, String name) throws Exception {
    return Written.elements(Written.xml(page), name);
  }

  private static String policy(Document page) {
    return Written.elements(page, "meta").stream()
        .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
        .map(meta -> meta.getAttribute("content"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thePolicyAdmitsItsOwnStylesAndScriptAndNothingElse() throws Exception {
    var page = Written.xml(PAGE);
    var policy = policy(page);

    assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe", "http", "*");
    var scripts = Written.elements(page, "script");
    assertThat(scripts).hasSize(1);
    for (var own :
        Stream.concat(scripts.stream(), Written.elements(page, "style").stream()).toList()) {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(own.getTextContent().getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
    assertThat(PAGE).doesNotContain(" style=\"").doesNotContainPattern(" on[a-z]+=\"");
  }

  @Test
  void nothingIsFetched() throws Exception {
    assertThat(PAGE)
        .doesNotContain("url(", "@import", "<img", "<iframe", " src=")
        .doesNotContainPattern("href=\"(?!data:,)");
  }

  @Test
  void noNameIsMarkupOnThePage() throws Exception {
    var page = page(ReportGallery.judged(BusyMinute.of(2, BusyMinute.HOSTILE)));

    assertThat(elements(page, "script")).hasSize(1);
    assertThat(page)
        .doesNotContain("</script><script>", "\u001b", "\u202e", "\u2028", "\u0000")
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)");
  }

  @Test
  void everyTableHasACaptionAndColumnsThatSayWhatTheyAre() throws Exception {
    for (var table : elements(PAGE, "table")) {
      assertThat(Written.elements(table, "caption")).hasSize(1);
      assertThat(Written.elements(table, "th"))
          .isNotEmpty()
          .allMatch(head -> head.getAttribute("scope").equals("col"));
    }
    assertThat(elements(PAGE, "h1")).hasSize(1);
    assertThat(elements(PAGE, "svg"))
        .hasSize(12)
        .allMatch(svg -> svg.hasAttribute("aria-labelledby"));
    assertThat(
            Stream.of("svg", "g", "section", "title", "desc")
                .flatMap(name -> list(name).stream())
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty()))
        .doesNotHaveDuplicates();
  }

  private static List<Element> list(String name) {
    try {
      return elements(PAGE, name);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theAnswerComesFirst() throws Exception {
    var text = Written.xml(PAGE).getDocumentElement().getTextContent();

    assertThat(text)
        .contains("161 requests in 4.0 s", "the machine paused for 120 ms at 31.2 s")
        .contains("missed p95 of checkout below 50 ms: ", "met error rate below 10 %: ")
        .contains("At 31.2 s the load generator stood still for 120 ms.")
        .contains("database started <again>", "iteration", "Response time counts from")
        .doesNotContain("token-");
  }

  @Test
  void theBadgeIsTheVerdict() throws Exception {
    var run = Runs.by(Latencies.NONE, 0, Verdict.INVALID, "no ports were left");
    var page = page(new SavedResults(run, new Judgements(List.of())));

    assertThat(page)
        .contains("<p class=\"badge invalid\">invalid</p>", "invalid: no ports were left")
        .doesNotContain("Goals");
  }

  @Test
  void whereNothingWasMeasuredThePageSaysSo() throws Exception {
    var page = page(new SavedResults(Runs.empty(), new Judgements(List.of())));

    assertThat(page)
        .contains("No request was sent to its end")
        .doesNotContain("NaN", "<svg", "Infinity");
    assertThat(elements(page, "h1")).hasSize(1);
  }
}
