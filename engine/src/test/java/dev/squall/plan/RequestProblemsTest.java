package dev.squall.plan;

import static dev.squall.plan.Plans.problems;
import static dev.squall.plan.Plans.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan refuses of bodies, credentials, queries and extractors. */
class RequestProblemsTest {
  private static final Request POST = Request.of("POST", "/a").named("post");
  private static final String STEP = "scenario shop, step post";

  private static Problem in(String path, String what, String hint) {
    return new Problem(Position.in(path), what, hint);
  }

  @Test
  void aFileThatIsNotThereIsTold(@TempDir Path folder) {
    var here = "relative paths begin at " + Path.of("").toAbsolutePath();
    assertThat(problems(POST.file("none.json")))
        .containsExactly(in(STEP + ", body", "there is no file none.json", here));
    assertThat(problems(POST.filePart("f", "none\0")))
        .containsExactly(in(STEP + ", part f", "there is no file none\0", here));
    assertThat(problems(POST.file(folder.toString())))
        .containsExactly(
            in(STEP + ", body", "not a file but a folder: " + folder, "name a file in it"));
    assertThat(problems(POST.file("${VU}.json")))
        .extracting(Problem::what)
        .containsExactly("the path of a file holds no variables: ${VU}.json");
  }

  @Test
  void aFileBeyondAGibibyteIsTold(@TempDir Path folder) throws Exception {
    var huge = folder.resolve("huge.bin");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((1L << 30) + 1);
    }
    assertThat(problems(POST.file(huge.toString())))
        .containsExactly(
            in(
                STEP + ", body",
                "the file " + huge + " holds 1073741825 bytes",
                "a body is read into memory and holds at most 1 GiB"));
    Files.delete(huge);
  }

  @Test
  void aColonEndsTheUserSoItIsNotInIt() {
    assertThat(problems(POST.basic("a:b", "c")))
        .containsExactly(
            in(
                STEP,
                "the user of .basic holds a colon",
                "RFC 7617 ends the user at the first colon"));
    assertThat(problems(POST.basic("a", "c:d"))).isEmpty();
  }

  @Test
  void aProblemInAPasswordDoesNotShowIt() {
    var problem = problems(POST.basic("ann", "s3cret${tokn}")).getFirst();
    assertThat(problem.toString())
        .startsWith(STEP + ", password of .basic: no step extracts a variable tokn")
        .doesNotContain("s3cret");
    assertThat(problems(POST.basic("ann", "s3cret${")).toString()).doesNotContain("s3cret");
  }

  @Test
  void credentialsAreGivenOnce() {
    assertThat(problems(POST.bearer("t").basic("a", "b")))
        .containsExactly(
            in(STEP, "it has both an Authorization header and .basic", "leave one of them out"));
  }

  @Test
  void whoeverWaitsWithABodyHasOne() {
    var problem =
        in(STEP, "it waits with a body that it does not have", "leave out .expectContinue()");
    assertThat(problems(POST.expectContinue())).containsExactly(problem);
    assertThat(problems(POST.bytes(new byte[0]).expectContinue())).containsExactly(problem);
    assertThat(problems(POST.text("${VU}").expectContinue())).isEmpty();
    assertThat(problems(POST.text("x").header("expect", "100-continue")))
        .containsExactly(in(STEP, "expect is written by Squall itself", "write .expectContinue()"));
  }

  @Test
  void aMultipartBodyNamesItsOwnType() {
    assertThat(problems(POST.part("a", "b").header("content-type", "multipart/form-data")))
        .containsExactly(
            in(STEP, "the type of a multipart body names its boundary", "leave out content-type"));
    assertThat(problems(scenario(POST.part("a", "b")).header("Content-Type", "a/b"))).isEmpty();
  }

  @Test
  void aTypeIsOneLine() {
    assertThat(problems(POST.bytes(new byte[1]).header("X", "a\nb"))).hasSize(1);
    assertThat(problems(POST.filePart("f", "pom.xml", "a\r\nX: b")))
        .extracting(Problem::what)
        .containsExactly("the header Content-Type holds a line end or another control character");
    assertThat(problems(POST.file("pom.xml", "a\r\nX: b")))
        .extracting(Problem::what)
        .containsExactly("the header Content-Type holds a line end or another control character");
  }

  @Test
  void noOneFollowsLessThanNoRedirects() {
    assertThat(problems(POST.redirects(-1)))
        .containsExactly(
            in(STEP, "-1 redirects are no number of them", "redirects(10), 0 for none"));
  }

  @Test
  void everyNewPlaceOfAVariableIsLookedAt() {
    assertThat(
            problems(
                scenario(POST.query("q", "${x1}").basic("${x2}", "${x3}").part("p", "${x4}"))
                    .header("H", "${x5}")))
        .extracting(problem ->
            problem.position() + " " + problem.what().replace("no step extracts a variable ", ""))
        .containsExactlyInAnyOrder(
            STEP + ", query q:1:1 x1",
            STEP + ", user of .basic x2",
            STEP + ", password of .basic x3",
            STEP + ", part p:1:1 x4",
            STEP + ", header H:1:1 x5");
  }

  @Test
  void requestsOfOneNameSendTheSameQueryAndCredentials() {
    assertThat(problems(POST, POST.query("a", 1))).hasSize(1);
    assertThat(problems(POST, POST.basic("a", "b"))).hasSize(1);
    assertThat(problems(POST.bytes(new byte[1]), POST.bytes(new byte[1]))).isEmpty();
    assertThat(problems(POST.bytes(new byte[1]), POST.bytes(new byte[2]))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "//soap:Body/a|the prefix soap stands for no namespace|3|*[local-name()='Body']",
        "//a[@xlink:href]|the prefix xlink stands for no namespace|6|*[local-name()='href']",
        "//a[.='$x']/b[$y]|an XPath here has no variables|15|write the value itself",
        "//a[@id='${VU}'|not an XPath: |1|for example //order[@id='7']/total",
        "//|not an XPath: |1|for example //order[@id='7']/total",
        "``|not an XPath: |1|for example //order[@id='7']/total",
        "nope(1)|not an XPath: |1|for example //order[@id='7']/total",
        "count('a')|not an XPath: |1|for example //order[@id='7']/total"
      })
  void anXPathThatCannotBeReadIsTold(String expression, String what, int column, String hint) {
    var problems = problems(POST.extract("x", new Extractor.XPath(expression)));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().what()).startsWith(what);
    assertThat(problems.getFirst().position().toString()).isEqualTo(STEP + ":1:" + column);
    assertThat(problems.getFirst().hint()).isEqualTo(hint);
  }

  @Test
  void anXPathWithoutAMistakeIsTaken() {
    for (var good :
        new String[] {
          "/a/b",
          "//a[@id='soap:Body']",
          "child::a/following-sibling::*",
          "count(//a)",
          "'x:y'",
          "//*[local-name()='Body']",
          "string(//a)",
          "//a[text()=\"$x\"]",
          "/"
        }) {
      assertThat(problems(POST.extract("x", new Extractor.XPath(good)))).as(good).isEmpty();
    }
  }

  @Test
  void aCookieHasAName() {
    assertThat(problems(POST.extract("x", new Extractor.Cookie("a b"))))
        .containsExactly(in(STEP, "not the name of a cookie: \"a b\"", "cookie(\"session\")"));
  }
}
