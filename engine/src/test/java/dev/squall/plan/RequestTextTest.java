package dev.squall.plan;

import static dev.squall.plan.Plans.body;
import static dev.squall.plan.Plans.head;
import static dev.squall.plan.Plans.plan;
import static dev.squall.plan.Plans.planned;
import static dev.squall.plan.Plans.scenario;
import static dev.squall.plan.Plans.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Body;
import dev.squall.scenario.ContentTypes;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries, credentials, cookies, default headers and large bodies as they are sent. */
class RequestTextTest {
  private static final Request GET = Request.of("GET", "/a");
  private static final Request POST = Request.of("POST", "/a");

  private static final Request LOGIN =
      Request.of("GET", "/login").extract("id", new Extractor.JsonPath("$.id"));

  private static String afterLogin(Request request) {
    return text(plan(LOGIN, request).requests().getLast().head());
  }

  private static String line(Request request) {
    return afterLogin(request).lines().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, q, x, /a?q=x",
    "/a?b=1, q, x, /a?b=1&q=x",
    "/a?, q, x, /a?q=x",
    "/a?b=1&, q, x, /a?b=1&q=x",
    "/a, a b&c, d=e+f/g?h#i%20, /a?a%20b%26c=d%3De%2Bf%2Fg%3Fh%23i%2520",
    "/a, q, größe 名 😀, /a?q=gr%C3%B6%C3%9Fe%20%E5%90%8D%20%F0%9F%98%80",
    "/a, q, -._~, /a?q=-._~",
    "/a, q, *'(), /a?q=%2A%27%28%29",
    "/a, q, '', /a?q=",
    "/a, q, a ${id}, /a?q=a%20«id:QUERY»",
    "/a, q, $5, /a?q=%245",
    "/${id}, q, x, /«id:TARGET»«? or &»q=x",
    "/${id}?, q, x, /«id:TARGET»?q=x",
    "/a?b=${id}, q, x, /a?b=«id:QUERY»&q=x"
  })
  void aQueryIsEncodedOnceAndAppended(String target, String name, String value, String sent) {
    assertThat(line(Request.of("GET", target).query(name, value)))
        .isEqualTo("GET " + sent + " HTTP/1.1");
  }

  @Test
  void severalPartsOfAQueryKeepTheirOrder() {
    assertThat(line(GET.query("a", 1).query("b", true).query("a", 2.5)))
        .isEqualTo("GET /a?a=1&b=true&a=2.5 HTTP/1.1");
    assertThat(line(Request.of("GET", "/${id}").query("a", 1).query("b", 2)))
        .isEqualTo("GET /«id:TARGET»«? or &»a=1&b=2 HTTP/1.1");
  }

  @Test
  void theStatisticsStayWithoutTheQuery() {
    assertThat(planned(GET.query("a", 1)).info().endpoint()).isEqualTo("GET /a");
    assertThat(planned(GET.query("a", 1)).info().name()).isEqualTo("GET /a");
  }

  @Test
  void basicCredentialsAreTheBase64OfTheirUtf8() {
    // RFC 7617 §2 and §2.1.
    assertThat(head(GET.basic("Aladdin", "open sesame")))
        .contains("\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n");
    assertThat(head(GET.basic("test", "123£")))
        .contains("\nAuthorization: Basic dGVzdDoxMjPCow==\n");
    assertThat(head(GET.basic("", ":a:")))
        .contains(": Basic " + Base64.getEncoder().encodeToString("::a:".getBytes(UTF_8)) + "\n");
    assertThat(afterLogin(GET.basic("u-${id}", "p${id}")))
        .contains("\nAuthorization: Basic «basic u-«id:NONE»:p«id:NONE»»\n");
  }

  @Test
  void headersOfTheScenarioGoWithEveryRequestThatHasNoneOfThatName() {
    var plan =
        plan(
            scenario(GET, GET.header("x-tenant", "own"), GET.named("c").basic("a", "b"))
                .header("X-Tenant", "acme")
                .header("Authorization", "Bearer t")
                .header("Accept", "text/html")
                .header("Host", "virtual"));
    assertThat(text(plan.requests().getFirst().head()))
        .isEqualTo(
            """
            GET /a HTTP/1.1
            X-Tenant: acme
            Authorization: Bearer t
            Accept: text/html
            Host: virtual
            User-Agent: squall

            """);
    assertThat(text(plan.requests().get(1).head()))
        .contains("\nx-tenant: own\n")
        .doesNotContain("acme");
    assertThat(text(plan.requests().get(2).head()))
        .containsOnlyOnce("Authorization")
        .contains("Basic YTpi");
  }

  @Test
  void aScenariosHeadersKnowTheirVariables() {
    var plan = plan(scenario(LOGIN.header("X-Id", ""), GET).header("X-Id", "${id}"));
    assertThat(text(plan.requests().getLast().head())).contains("\nX-Id: «id:HEADER»\n");
    assertThat(plan.requests().getFirst().captures().getFirst().needed()).isTrue();
  }

  @Test
  void cookiesComeLastUnlessTheRequestNamesSomeItself() {
    var plain = planned(GET).head();
    assertThat(plain.at(1)).isInstanceOf(Segment.Cookies.class);
    assertThat(((Segment.Literal) plain.at(2)).bytes())
        .isEqualTo("\r\n".getBytes(StandardCharsets.US_ASCII));
    assertThat(head(GET.header("Cookie", "a=1").header("X", "y").header("cookie", "b=2")))
        .contains("\nCookie: a=1; b=2\nX: y\n")
        .containsOnlyOnce("ookie");
    assertThat(afterLogin(GET.header("Cookie", "a=${id}"))).contains("\nCookie: a=«id:HEADER»\n");
  }

  @Test
  void compressedAsksForEveryCodingThatIsUnderstood() {
    assertThat(head(GET.compressed())).contains("\nAccept-Encoding: gzip, deflate, br, zstd\n");
  }

  @Test
  void whoeverExpectsToContinueSaysSo() {
    assertThat(head(POST.text("x").expectContinue())).contains("\nExpect: 100-continue\n");
    assertThat(planned(POST.text("x").expectContinue()).terms().expectsContinue()).isTrue();
    assertThat(planned(POST.text("x").expectContinue()).keepsApart(1)).isTrue();
    assertThat(planned(POST.text("x")).keepsApart(4096)).isFalse();
    assertThat(planned(POST.text("x")).keepsApart(4097)).isTrue();
  }

  @Test
  void redirectsAreTheRunsUnlessTheRequestSaysElse() {
    Option five = options -> options.limits(limits -> limits.withRedirects(5));
    var plan = plan(scenario(GET, GET.named("b").redirects(2), GET.named("c").noRedirects()), five);
    assertThat(plan.requests())
        .extracting(request -> request.terms().redirects())
        .containsExactly(5, 2, 0);
  }

  @Test
  void bytesAndFilesAreTheBodyAsTheyAre(@TempDir Path folder) throws Exception {
    var file = Files.write(folder.resolve("data.JSON"), new byte[] {0, 1, -1, '$', '{', 'x', '}'});
    assertThat(planned(POST.bytes(new byte[] {0, -1})).body().constantBytes())
        .containsExactly(0, -1);
    assertThat(head(POST.bytes(new byte[2])))
        .contains("\nContent-Type: application/octet-stream\nContent-Length: 2\n");
    var planned = planned(POST.file(file.toString()));
    assertThat(planned.body().constantBytes()).containsExactly(0, 1, -1, '$', '{', 'x', '}');
    assertThat(text(planned.head()))
        .contains("\nContent-Type: application/json\nContent-Length: 7\n");
    assertThat(head(POST.file(file.toString(), "text/x-mine")))
        .contains("\nContent-Type: text/x-mine\n");
    assertThat(head(POST.file(file.toString()).header("Content-Type", "a/b")))
        .containsOnlyOnce("Content-Type: a/b");
  }

  @Test
  void aFileIsReadOnceForAllRequests(@TempDir Path folder) throws Exception {
    var file = Files.write(folder.resolve("a.bin"), new byte[10_000]).toString();
    var plan = plan(POST.file(file), POST.named("again").file(file));
    assertThat(plan.requests().getFirst().body().constantBytes())
        .isSameAs(plan.requests().getLast().body().constantBytes());
  }

  @ParameterizedTest
  @CsvSource({
    "a.json, application/json",
    "a.tar.gz, application/gzip",
    "A.PNG, image/png",
    "noending, application/octet-stream",
    "folder.json/noending, application/octet-stream",
    "a., application/octet-stream",
    "a.unheardof, application/octet-stream"
  })
  void theTypeOfAFileIsThatOfItsEnding(String path, String type) {
    assertThat(ContentTypes.of(path)).isEqualTo(type);
  }

  @Test
  void aMultipartBodyIsAsRfc7578HasIt(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("my \"cat\".txt"), "miau\r\n");
    var request =
        POST.part("title", "a ${VU}")
            .filePart("photo\"", file.toString())
            .filePart("raw", file.toString(), "image/x");
    var head = head(request);
    var boundary = head.replaceAll("(?s).*boundary=(\\S+)\n.*", "$1");
    assertThat(boundary).matches("squall-[0-9a-f]{8}-0");
    assertThat(body(request))
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="title"

            a «VU:NONE»
            --B
            Content-Disposition: form-data; name="photo%22"; filename="my %22cat%22.txt"
            Content-Type: text/plain

            miau

            --B
            Content-Disposition: form-data; name="raw"; filename="my %22cat%22.txt"
            Content-Type: image/x

            miau

            --B--
            """
                .replace("--B", "--" + boundary));
    assertThat(head).contains("\nContent-Type: multipart/form-data; boundary=" + boundary + "\n");
    assertThat(head(request)).isEqualTo(head);
  }

  /** With a body that no word makes. */
  private static Request carrying(Body body) {
    return new Request(
        POST.label(),
        POST.method(),
        POST.target(),
        POST.query(),
        POST.headers(),
        POST.credentials(),
        body,
        POST.checks(),
        POST.captures(),
        POST.handling());
  }

  @Test
  void aPartHasTheTypeAndTheFileNameThatItIsGiven(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("cat.txt"), "miau ${VU}").toString();
    var request =
        carrying(
            new Body.Multipart(
                List.of(
                    new Body.TextPart("a", new Template("{}"), Optional.of("application/json")),
                    new Body.FilePart("b", file, Optional.of("image/x"), Optional.of("dog.\"x\"")),
                    new Body.TextFilePart("c", file, Optional.empty()),
                    new Body.TextFilePart("d", file, Optional.of("text/x")))));
    assertThat(body(request))
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="a"
            Content-Type: application/json

            {}
            --B
            Content-Disposition: form-data; name="b"; filename="dog.%22x%22"
            Content-Type: image/x

            miau ${VU}
            --B
            Content-Disposition: form-data; name="c"

            miau ${VU}
            --B
            Content-Disposition: form-data; name="d"
            Content-Type: text/x

            miau ${VU}
            --B--
            """
                .replace("--B", "--" + boundary(request)));
  }

  @Test
  void aTypeOfAPartIsOneLine() {
    var type = Optional.of("a\nb");
    assertThat(
            Plans.problems(
                carrying(
                    new Body.Multipart(
                        List.of(
                            new Body.TextPart("a", new Template("x"), type),
                            new Body.TextFilePart("b", "pom.xml", type),
                            new Body.FilePart("c", "pom.xml", type))))))
        .hasSize(3)
        .allMatch(problem -> problem.what().startsWith("the header Content-Type holds a line end"));
  }

  @Test
  void aWrittenFormStaysAsItIsAndItsVariablesAreEncoded() {
    var request = carrying(new Body.WrittenForm(new Template("a=ü b&c=${VU}&d=$x&e=${$}VU")));
    assertThat(body(request)).isEqualTo("a=ü b&c=«VU:FORM»&d=$x&e=$VU");
    assertThat(head(request)).contains("\nContent-Type: application/x-www-form-urlencoded\n");
  }

  @Test
  void aBoundaryComesFromTheContentAndDoesNotOccurThere() {
    assertThat(boundary(POST.part("a", "x")))
        .isEqualTo(boundary(POST.part("a", "x")))
        .isNotEqualTo(boundary(POST.part("a", "y")))
        .isNotEqualTo(boundary(POST.part("b", "x")));
    var contents =
        List.of("--squall-0000002a-0--".getBytes(UTF_8), "x\nsquall-0000002a-1".getBytes(UTF_8));
    assertThat(MultipartText.boundary(42, contents)).isEqualTo("squall-0000002a-2");
    assertThat(MultipartText.boundary(43, contents)).isEqualTo("squall-0000002b-0");
  }

  private static String boundary(Request request) {
    return head(request).replaceAll("(?s).*boundary=(\\S+)\n.*", "$1");
  }

  @Test
  void nothingOfAPasswordIsPrinted() {
    var request = GET.basic("ann", "s3cret");
    assertThat(request.toString() + request.credentials() + scenario(request))
        .doesNotContain("s3cret");
    assertThat(request.credentials().orElseThrow()).hasToString("ann");
  }
}
