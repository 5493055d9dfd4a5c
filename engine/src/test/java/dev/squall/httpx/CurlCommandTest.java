package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Body;
import dev.squall.scenario.Credentials;
import dev.squall.scenario.Request;
import dev.squall.scenario.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlCommandTest {

  private static Request read(String arguments) {
    var command = CurlCommand.of("curl " + arguments);
    assertThat(command.problems()).isEmpty();
    assertThat(command.warnings()).isEmpty();
    return command.request();
  }

  private static Request get() {
    return Request.of("GET", "http://h/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          http://h/ => GET http://h/
          h:8080/x => GET http://h:8080/x
          h/?to=http://g => GET http://h/?to=http://g
          /x?a=1 => GET /x?a=1
          ${base}/x => GET ${base}/x
          https://h/x#part => GET https://h/x
          'http://h/?ids\\[\\]=1&q=\\{a\\}' => GET http://h/?ids[]=1&q={a}
          'http://h/?ids[]=1&q=${a}' => GET http://h/?ids[]=1&q=${a}
          -g 'http://h/{a,b}[1-3]\\[' => GET http://h/{a,b}[1-3]\\[
          --url http://h/ => GET http://h/
          -- http://h/ => GET http://h/
          -X PUT http://h/ => PUT http://h/
          -XPUT http://h/ => PUT http://h/
          --request patch http://h/ => PATCH http://h/
          -X GET -X DELETE http://h/ => DELETE http://h/
          -I http://h/ => HEAD http://h/
          --head http://h/ => HEAD http://h/
          -I -X GET http://h/ => GET http://h/
          -d a=1 http://h/ => POST http://h/
          -da=1 -X PUT http://h/ => PUT http://h/
          -F a=1 http://h/ => POST http://h/
          -sSLkXPUT http://h/ => PUT http://h/
          -G -d a=1 -d 'b=$c' http://h/ => GET http://h/?a=1&b=$c
          -G -d a=1 'http://h/?' => GET http://h/?a=1
          -G -d a=1 'http://h/?b=2' => GET http://h/?b=2&a=1
          -G --data-urlencode 'q=a b&${c}' http://h/ => GET http://h/?q=a+b%26${c}
          -G -I -d a=1 http://h/ => HEAD http://h/?a=1
          --url-query +a=%20 http://h/ => GET http://h/?a=%20
          --url-query 'a b' http://h/ => GET http://h/?a+b
          """)
  void methodAndTargetAreCurls(String arguments, String expected) {
    var request = read(arguments);
    assertThat(request.method() + " " + request.target()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          -H 'a: 1' -H B:2 -H 'a:3' => a: 1|B: 2|a: 3
          -H'x-y:  z  ' => x-y: z
          --header 'At: http://x:1' => At: http://x:1
          -H 'None;' => None: -
          -H '$x: $y' => $x: $y
          -A me => User-Agent: me
          -A me -A you => User-Agent: you
          -A me -H 'user-agent: you' => user-agent: you
          -e http://g/ => Referer: http://g/
          -b 'a=1; b=$o30$g1' => Cookie: a=1; b=$o30$g1
          -b a=1 -b b=2 => Cookie: a=1|Cookie: b=2
          -b a=1 -H 'Cookie: c=3' => Cookie: c=3
          -b '' => ``
          -b '$all' => Cookie: $all
          --oauth2-bearer ${t} => Authorization: Bearer ${t}
          --compressed => Accept-Encoding: gzip, deflate, br, zstd
          --compressed -H 'accept-encoding: br' => accept-encoding: br
          --compressed -H 'Accept-Encoding:' => ``
          -H 'Expect:' => ``
          -r 0-9 => Range: bytes=0-9
          --json {} => Accept: application/json
          --json {} -H 'accept: text/html' => accept: text/html
          -d {} -H 'Content-Type: application/json' => ``
          -d {} -H 'content-type: application/json' => content-type: application/json
          -d {} -H 'Content-Type: application/json' -H a:b => Content-Type: application/json|a: b
          -d a -H 'Content-Type: application/x-www-form-urlencoded' => ``
          -d a -H 'Content-Type: text/plain; charset=utf-8' => ``
          -F a=1 -H 'content-type: multipart/form-data' => ``
          """)
  void headersKeepTheirOrderAndSpelling(String arguments, String expected) {
    var headers =
        read(arguments + " http://h/").headers().stream()
            .map(header ->
                header.name()
                    + ": "
                    + (header.value().text().isEmpty() ? "-" : header.value().text()))
            .toList();
    assertThat(String.join("|", headers)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          -d a=1 => WrittenForm[text=a=1]
          -d a=1 -d 'b= ü&c' => WrittenForm[text=a=1&b= ü&c]
          -d a -d '' => WrittenForm[text=a&]
          -d '' => WrittenForm[text=]
          -d '' -d a => WrittenForm[text=a]
          --data a --data-ascii b --data-binary c --data-raw d => WrittenForm[text=a&b&c&d]
          --data-raw @a => WrittenForm[text=@a]
          -d '{"a": "$b"}' => Json[text={"a": "$b"}]
          -d '[${a}, "x"]' => Json[text=[${a}, "x"]]
          -d 12 => WrittenForm[text=12]
          -d '{"a"}' => WrittenForm[text={"a"}]
          -d '{"a":' -d '1}' => WrittenForm[text={"a":&1}]
          --json '{"a":' --json '1}' => Json[text={"a":1}]
          --json 12 => Json[text=12]
          --json @a.json => FromFile[path=a.json, type=Optional.empty]
          --json @a => FromFile[path=a, type=Optional[application/json]]
          -d 12 -H 'content-type: application/vnd.api+json; a=b' => Json[text=12]
          -d {} -H 'content-type: text/xml' => Text[text={}]
          -d {} -H 'content-type: application/x-www-form-urlencoded' => WrittenForm[text={}]
          --data-urlencode a=1 => Form[fields=[Field[name=a, value=1]]]
          --data-urlencode 'a+%C3%A4=b c' => Form[fields=[Field[name=a ä, value=b c]]]
          --data-urlencode 'a b' => WrittenForm[text=a+b]
          --data-urlencode '=a=b*~' => WrittenForm[text=a%3Db%2A~]
          --data-urlencode 'a b=c d' => WrittenForm[text=a b=c+d]
          --data-urlencode 'a=$b c' -d d=e => WrittenForm[text=a=$b+c&d=e]
          --data-urlencode +a => WrittenForm[text=%2Ba]
          --data-binary @a.json => FromFile[path=a.json, type=Optional.empty]
          --data-binary @a.txt => FromFile[path=a.txt, type=Optional[application/x-www-form-urlencoded]]
          --data-binary @a.txt -H 'content-type: a/b' => FromFile[path=a.txt, type=Optional.empty]
          --data-binary @a.txt -H 'Content-Type: a/b' => FromFile[path=a.txt, type=Optional[a/b]]
          --data-binary @a.txt -H 'Content-Type: text/plain' => FromFile[path=a.txt, type=Optional.empty]
          --data-binary '@a\\$b.json' => FromFile[path=a\\$b.json, type=Optional.empty]
          --data-binary @a\\$b.json => FromFile[path=a$b.json, type=Optional.empty]
          -F a=1 -F b= => Multipart[parts=[TextPart[name=a, value=1, type=Optional.empty], TextPart[name=b, value=, type=Optional.empty]]]
          -F 'a=1;type=text/x;charset=utf-8' => Multipart[parts=[TextPart[name=a, value=1, type=Optional[text/x;charset=utf-8]]]]
          -F 'a="b;c\\"\\\\";type=x/y' => Multipart[parts=[TextPart[name=a, value=b;c"\\, type=Optional[x/y]]]]
          -F 'a="b' => Multipart[parts=[TextPart[name=a, value="b, type=Optional.empty]]]
          -F 'a=b"c"' => Multipart[parts=[TextPart[name=a, value=b"c", type=Optional.empty]]]
          -F a=@b.png => Multipart[parts=[FilePart[name=a, path=b.png, type=Optional.empty, sentAs=Optional.empty]]]
          -F 'a=@b;filename=c.d;type=e/f' => Multipart[parts=[FilePart[name=a, path=b, type=Optional[e/f], sentAs=Optional[c.d]]]]
          -F 'a=@"b,c;d"' => Multipart[parts=[FilePart[name=a, path=b,c;d, type=Optional.empty, sentAs=Optional.empty]]]
          -F 'a=<b;type=c/d' => Multipart[parts=[TextFilePart[name=a, path=b, type=Optional[c/d]]]]
          --form-string 'a=@b;type=c' => Multipart[parts=[TextPart[name=a, value=@b;type=c, type=Optional.empty]]]
          """)
  void dataIsWhatItIsForCurl(String arguments, String body) {
    assertThat(read(arguments + " http://h/").body().toString()).isEqualTo(body);
  }

  @Test
  void dataForTheQueryIsNoBody() {
    assertThat(read("-G -d a=1 http://h/").body()).isEqualTo(new Body.None());
  }

  @Test
  void aQueryIsAddedInFields() {
    assertThat(read("--url-query a%20b='c d' --url-query b=1 http://h/").query())
        .containsExactly(
            new Body.Field("a b", new Template("c d")), new Body.Field("b", new Template("1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          -u me:se:cret http://h/ => me, se:cret
          --user 'me:' http://h/ => me, ``
          -u '${a:b}:$p' http://h/ => ${a:b}, $p
          http://me:s%3Acret@h/ => me, s:cret
          http://me+x@h/ => me+x, ``
          -u you:1 http://me:2@h/ => you, 1
          """)
  void aUserIsShown(String arguments, String shown) {
    var credentials = read(arguments).credentials().orElseThrow();
    assertThat(credentials.user() + ", " + credentials.password())
        .isEqualTo(shown.replace("`", ""));
    assertThat(read(arguments).target().text()).isEqualTo("http://h/");
  }

  @Test
  void aRequestHasItsLimits() {
    assertThat(read("-m 2.5 http://h/")).isEqualTo(get().timeout(Duration.ofMillis(2500)));
    assertThat(read("--max-time 0 http://h/")).isEqualTo(get());
    assertThat(read("-L --max-redirs 0 http://h/")).isEqualTo(get().noRedirects());
    assertThat(read("-H 'Expect: 100-continue' -d a http://h/").handling().expectsContinue())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          -k => insecure()
          --insecure => insecure()
          --cacert a.pem => trust("a.pem")
          --cert a.pem --key b.pem => clientCertificate("a.pem", "b.pem")
          -E a.p12:secret --cert-type P12 => clientKeyStore("a.p12", "…")
          -x h:3128 => proxy("http://h:3128")
          -x https://h -U me:secret => proxy("https://me:…@h")
          --resolve h:80:1.2.3.4,[::1] => resolve("h", "1.2.3.4", "::1")
          --connect-timeout 1.5 => connectTimeout(millis(1500))
          """)
  void whatIsSaidOfConnectionsIsARuns(String arguments, String word) {
    var command = CurlCommand.of("curl " + arguments + " http://h/");
    assertThat(command.problems()).isEmpty();
    assertThat(command.warnings()).isEmpty();
    assertThat(command.request()).isEqualTo(get());
    assertThat(command.settings().words()).containsExactly(word);
    assertThat(command.settings().toString()).isEqualTo(word);
  }

  @Test
  void settingsKnowTheirPasswords() {
    var settings = CurlCommand.of("curl -E a.p12:secret -x h -U me:word h").settings();
    assertThat(settings.password()).contains("secret");
    assertThat(settings.proxy()).contains("http://me:word@h");
    assertThat(CurlCommand.of("curl h").settings()).isEqualTo(CurlSettings.NONE);
  }

  @Test
  void aPromptAndBlanksMayLeadAndACommentMayFollow() {
    assertThat(CurlCommand.of("\n  $ curl http://h/ # the page\n").request()).isEqualTo(get());
    assertThat(CurlCommand.of("http://h/").request()).isEqualTo(get());
    assertThat(CurlCommand.of("\n  $ curl http://h/ # the page\n").problems()).isEmpty();
  }

  @Test
  void wordsOfALargerTextAreReadWhereTheyStand() {
    var text = "request a {\n  curl -H x http://h/\n}";
    var split = ShellWords.split("a.httpx", text, text.indexOf("-H"), false);
    var problem = CurlCommand.read("a.httpx", text, split.words()).problems().getFirst();
    assertThat(problem.position()).hasToString("a.httpx:2:8");
    assertThat(text.substring(split.end())).isEqualTo("\n}");
  }

  @Test
  void allOfItTogetherIsOneRequest() {
    assertThat(
            read(
                """
                -sS -X PUT 'https://h/x' \\
                  -H 'X: 1' \\
                  -u me:secret \\
                  -m 3 \\
                  --json '{"a": 1}'
                """))
        .isEqualTo(
            new Request(
                Optional.empty(),
                "PUT",
                new Template("https://h/x"),
                List.of(),
                Request.of("GET", "/")
                    .header("X", "1")
                    .header("Accept", "application/json")
                    .headers(),
                Optional.of(new Credentials(new Template("me"), new Template("secret"))),
                new Body.Json(new Template("{\"a\": 1}")),
                List.of(),
                List.of(),
                get().timeout(Duration.ofSeconds(3)).handling()));
  }
}
