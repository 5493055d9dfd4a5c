package dev.squall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.command.Candidate;
import dev.squall.shell.display.View;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Completion, documentation and completeness, with their positions. */
class CompletingTest {
  private static final Shells SHELL = new Shells();

  @BeforeAll
  static void open() {
    SHELL.ok(
        "%shop start\nGET /products limit==2\n%extract first_id $.products[0].id\n%keep browse");
  }

  @AfterAll
  static void close() {
    SHELL.close();
  }

  private static List<String> at(String text) {
    return SHELL.shell.complete(text, text.length()).candidates().stream()
        .map(Candidate::text)
        .toList();
  }

  @Test
  void javaIsCompletedByJshellAndOurWordsAreDescribed() {
    var completion = SHELL.shell.complete("var r = perSec", 14);
    assertThat(completion.from()).isEqualTo(8);
    assertThat(completion.candidates())
        .anySatisfy(one -> {
          assertThat(one.text()).startsWith("perSecond(");
          assertThat(one.description()).startsWith("Open load");
        });
    assertThat(at("scenario(\"s\").")).contains("steps()");
  }

  @Test
  void commandsAndTheirArguments() {
    assertThat(at("%bo")).containsExactly("body");
    assertThat(at("%")).contains("help", "vars", "export");
    assertThat(at("%drop b")).containsExactly("browse");
    assertThat(at("%set fi")).containsExactly("first_id");
    assertThat(at("%export k")).containsExactly("k6");
    assertThat(at("%json $.products[0].n")).contains("$.products[0].name");
    assertThat(at("%extract x $.products[0].i")).contains("$.products[0].id");
    assertThat(at("%check header:content-t")).isEmpty();
    assertThat(at("%check header:Content-T")).containsExactly("header:Content-Type");
    assertThat(at("%help va")).containsExactly("vars");
    var second = SHELL.shell.complete("int n = 1;\n%dro", 15);
    assertThat(second.from()).isEqualTo(12);
    assertThat(second.candidates()).extracting(Candidate::text).containsExactly("drop");
  }

  @Test
  void aCheckHasAPlaceAndThenARelation() {
    assertThat(at("%check l")).containsExactly("latency");
    assertThat(at("%check status ")).contains("==", "contains").doesNotContain("status");
    assertThat(at("%check status == ")).isEmpty();
  }

  @Test
  void aLineThatIsTimedIsALine() {
    assertThat(at("%time %bo")).containsExactly("body");
    assertThat(at("%time GET /pro")).contains("/products");
    var java = SHELL.shell.complete("%time perSec", 12);
    assertThat(java.from()).isEqualTo(6);
    assertThat(java.candidates()).anyMatch(one -> one.text().startsWith("perSecond("));
    var below = SHELL.shell.complete("%%time\nperSec", 13);
    assertThat(below.from()).isEqualTo(7);
    assertThat(below.candidates()).anyMatch(one -> one.text().startsWith("perSecond("));
    assertThat(at("%get /pro")).contains("/products");
  }

  @Test
  void stringsOfJavaKnowWhatTheyName() {
    var path = SHELL.shell.complete("var t = last().json(\"$.products[0].n", 36);
    assertThat(path.from()).isEqualTo(21);
    assertThat(path.candidates()).extracting(Candidate::text).contains("$.products[0].name");
    assertThat(at("get(\"/a\").extract(\"id\", jsonPath(\"$.products[0].i"))
        .contains("$.products[0].id");
    assertThat(at("last().header(\"Content-T")).containsExactly("Content-Type");
    assertThat(at("vars().get(\"fi")).containsExactly("first_id");
    assertThat(at("vars().set(\"fi")).containsExactly("first_id");
    assertThat(at("probe(get(\"/pro")).contains("/products");
    assertThat(at("System.out.println(\"fi")).isEmpty();
    assertThat(at("vars().set(\"a\", \"fi")).containsExactly("first_id");
  }

  @Test
  void probesKnowPathsVariablesAndHeaders() {
    assertThat(at("GE")).contains("GET ");
    assertThat(at("GET /pro")).contains("/products");
    assertThat(at("GET /products/${fi")).containsExactly("first_id");
    assertThat(at("GET /products Acc")).contains("Accept:", "Accept-Encoding:");
  }

  @Test
  void filesAreFound() throws java.io.IOException {
    java.nio.file.Files.writeString(SHELL.folder.resolve("shop.httpx"), "");
    assertThat(at("%load sh")).containsExactly("shop.httpx");
  }

  @Test
  void documentationIsOursAndTheJdks() {
    assertThat(
            SHELL
                .shell
                .document("var l = perSecond(5)", 12, View.PLAIN, false)
                .orElseThrow()
                .text())
        .contains("Open load");
    assertThat(SHELL.shell.document("%extract a $.b", 3, View.PLAIN, false).orElseThrow().text())
        .contains("%extract NAME PLACE");
    SHELL.ok("?perSecond");
    assertThat(SHELL.front.shown.getLast()).contains("Open load");
    SHELL.ok("?trust");
    assertThat(SHELL.front.shown.getLast()).contains("trust");
    assertThat(SHELL.say("?perSecnd")).contains("did you mean perSecond");
    assertThat(SHELL.ok("%doc %keep")).contains("%keep [NAME]");
  }

  @Test
  void completenessKnowsEveryLanguage() {
    assertThat(SHELL.shell.completeness("1 + 1")).isEqualTo(new Completeness.Complete());
    assertThat(SHELL.shell.completeness("void f() {")).isEqualTo(new Completeness.Incomplete("  "));
    assertThat(SHELL.shell.completeness("var x = )")).isEqualTo(new Completeness.Invalid());
    assertThat(SHELL.shell.completeness("%vars")).isEqualTo(new Completeness.Complete());
    assertThat(SHELL.shell.completeness("curl 'http://a"))
        .isInstanceOf(Completeness.Incomplete.class);
    assertThat(SHELL.shell.completeness("POST /x {\"a\":"))
        .isInstanceOf(Completeness.Incomplete.class);
    assertThat(SHELL.shell.completeness("")).isEqualTo(new Completeness.Complete());
  }
}
