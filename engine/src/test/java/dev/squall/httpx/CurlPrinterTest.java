package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.ProblemException;
import dev.squall.scenario.Body;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurlPrinterTest {

  private static String print(Request request) {
    return CurlPrinter.print(request, Optional.empty());
  }

  private static Request readBack(Request request) {
    var command = CurlCommand.of(print(request));
    assertThat(command.problems()).as(print(request)).isEmpty();
    assertThat(command.warnings()).as(print(request)).isEmpty();
    return command.request();
  }

  private static Request post() {
    return Request.of("POST", "/x");
  }

  @Test
  void aShortCommandIsOneLine() {
    assertThat(print(Request.of("GET", "http://h/a?b=1"))).isEqualTo("curl 'http://h/a?b=1'");
    assertThat(print(Request.of("HEAD", "/x"))).isEqualTo("curl -I /x");
    assertThat(print(Request.of("DELETE", "/x[]"))).isEqualTo("curl -X DELETE -g '/x[]'");
    assertThat(print(post().json("{\"a\": \"${b}\"}")))
        .isEqualTo("curl /x -H 'Content-Type: application/json' --data-raw '{\"a\": \"${b}\"}'");
    assertThat(print(post().field("a b", "c&d"))).isEqualTo("curl /x --data-urlencode 'a+b=c&d'");
    assertThat(print(post().query("a b", "c d").timeout(Duration.ofMillis(1500)).redirects(3)))
        .isEqualTo("curl -X POST /x --url-query 'a%20b=c d' -m 1.5 --max-redirs 3");
  }

  @Test
  void aLongCommandHasALineForEachFlag() {
    assertThat(print(post().header("A", "b".repeat(90)).basic("me", "it's").text("a\nb")))
        .isEqualTo(
            """
            curl /x \\
              -H 'A: %s' \\
              -u 'me:it'\\''s' \\
              -H 'Content-Type: text/plain; charset=utf-8' \\
              --data-raw 'a
            b'\
            """
                .formatted("b".repeat(90)));
  }

  @Test
  void aPathStandsOnABase() {
    assertThat(CurlPrinter.print(Request.of("GET", "/x"), Optional.of("http://h/api/")))
        .isEqualTo("curl http://h/api/x");
    assertThat(CurlPrinter.print(Request.of("GET", "http://g/x"), Optional.of("http://h")))
        .isEqualTo("curl http://g/x");
    assertThat(CurlPrinter.print(Request.of("GET", "x"), Optional.of("http://h")))
        .isEqualTo("curl http://h/x");
  }

  @Test
  void filesAndPartsArePrinted() {
    assertThat(print(post().file("a.png")))
        .isEqualTo("curl /x -H 'Content-Type: image/png' --data-binary @a.png");
    assertThat(print(post().part("a", "@b;c").filePart("d", "e;f.txt").filePart("g", "h", "i/j")))
        .isEqualTo("curl /x --form-string 'a=@b;c' -F 'd=@\"e;f.txt\"' -F 'g=@h;type=i/j'");
  }

  @Test
  void whatCurlHasNoWordForIsAProblem() {
    assertThatThrownBy(() -> print(post().bytes(new byte[] {(byte) 0xff})))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            """
            request POST /x: a body of 1 bytes that are no text
                put them into a file: .file(path, type)\
            """);
    assertThatThrownBy(() -> print(post().bytes(new byte[] {0})))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> print(post().part("a=b", "c")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the part a=b has a = in its name");
  }

  @Test
  void bytesThatAreTextAreReadBackAsText() {
    var request = readBack(post().bytes("a$b".getBytes(StandardCharsets.UTF_8)));
    assertThat(request.body()).isEqualTo(new Body.Text(new Template("a${$}b")));
  }

  @Test
  void anyRequestIsReadBack() {
    var random = new Random(11);
    for (int turn = 0; turn < 4000; turn++) {
      var request = new Generated(random).request();
      assertThat(readBack(request)).as(print(request)).isEqualTo(request);
    }
  }

  /** Requests of every kind that differ from what curl reads in nothing but words. */
  private record Generated(Random random) {
    private static final List<String> SIGNS =
        List.of(
            "a", "Z", "0", " ", "'", "\"", "\\", "$", "${a}", "$$", "{", "}", "[", "]", ";", ",",
            "&", "=", "@", "<", "#", "|", "\n", "\r", "\t", "é", "😀", "%20", "+", ":", "/", "-");

    private String text(String without) {
      var text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        var sign = SIGNS.get(random.nextInt(SIGNS.size()));
        text.append(without.contains(sign) ? "x" : sign);
      }
      return text.toString();
    }

    private boolean now() {
      return random.nextInt(3) == 0;
    }

    private Request request() {
      var methods = List.of("GET", "POST", "PUT", "HEAD", "DELETE", "QUERY");
      var roots = List.of("/", "http://h/", "https://h:1/", "${base}/", "/?");
      var request =
          Request.of(
              methods.get(random.nextInt(methods.size())),
              roots.get(random.nextInt(roots.size())) + text("#@").replace("//", "/"));
      for (int i = random.nextInt(3); i > 0; i--) {
        request = request.query("q" + text(""), text(""));
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        request = request.header(now() ? "Cookie" : "X-" + i, text("\n\r").strip());
      }
      request = now() ? request.basic("me" + text(":\n\r${a}$$"), text("")) : request;
      request = now() ? request.timeout(Duration.ofMillis(1 + random.nextInt(9000))) : request;
      request = now() ? request.redirects(random.nextInt(4)) : request;
      request = now() ? request.expectContinue() : request;
      return body(request);
    }

    private Request body(Request request) {
      return switch (random.nextInt(9)) {
        case 0 -> with(request, new Body.Text(new Template(text(""))));
        case 1 -> with(request, new Body.Json(new Template("{\"a\": \"" + text("") + "\"}")));
        case 2 -> with(request, new Body.WrittenForm(new Template(text(""))));
        case 3 -> with(request, new Body.WrittenForm(new Template("[\"a\"]")));
        case 4 -> form(request);
        case 5 -> with(request, parts());
        case 6 -> request.file("f" + text("").replace("${a}", "") + ".json");
        case 7 -> request.file("f" + text("").replace("${a}", "") + ".json", "x/y");
        default -> request;
      };
    }

    private Request form(Request request) {
      var more = request.field("f" + text(""), text(""));
      return now() ? more.field(text("") + "g", text("")) : more;
    }

    private Body parts() {
      var parts = new ArrayList<Body.Part>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        var name = text("=");
        var path = "p" + text("");
        var type = now() ? Optional.of("x/y;charset=utf-8") : Optional.<String>empty();
        name = name.replace("${a}", "");
        parts.add(
            switch (random.nextInt(3)) {
              case 0 -> new Body.TextPart(name, new Template(text("")), type);
              case 1 ->
                  new Body.FilePart(
                      name, path, type, now() ? Optional.of(text("")) : Optional.empty());
              default -> new Body.TextFilePart(name, path, type);
            });
      }
      return new Body.Multipart(parts);
    }

    private static Request with(Request request, Body body) {
      return new Request(
          request.label(),
          request.method(),
          request.target(),
          request.query(),
          request.headers(),
          request.credentials(),
          body,
          request.checks(),
          request.captures(),
          request.handling());
    }
  }
}
