package dev.squall.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /login password=hunter2",
        "POST /login password='hunter2 hunter2'",
        "POST /login 'password=hunter2 hunter2'",
        "POST /login password=pa$$hunter2",
        "POST /login password=a:b@hunter2",
        "POST /login pin:=1 api-key:='\"hunter2\"'",
        "POST /login {\"password\": \"a hunter2\"}",
        "POST /login {\"password\": \"a\\\"hunter2\"}",
        "POST /login\n\n{\"a\": 1,\n \"password\": \"x hunter2 y\"}",
        "GET /x Authorization:\"Bearer hunter2\"",
        "GET /x \"Authorization:Bearer hunter2\"",
        "GET /x 'Authorization: Digest user=\"a\", response=\"hunter2\"'",
        "GET /x\nAuthorization: Custom a hunter2",
        "GET /x\nCookie: a=1; b=hunter2",
        "GET /x?api_key=hunter2&a=1",
        "GET http://me:hunter2@localhost/x",
        "curl http://localhost/x -H 'Cookie: a=1; b=hunter2'",
        "curl http://localhost/x -b 'a=1; b=hunter2'",
        "curl http://localhost/x --cookie a=hunter2",
        "curl http://localhost/x -u me:hunter2",
        "curl http://localhost/x -u 'me:a b$hunter2'",
        "curl http://localhost/x --user me:hunter2",
        "curl http://localhost/x \\\n  -H \"Authorization: Bearer hunter2\" \\\n  -d 'a=1'",
        "curl http://localhost/x -d 'user=a&password=hunter2&b=c'",
        "%set token hunter2",
        "%set token=hunter2",
        "%set token \"a hunter2\"",
        "%set token a hunter2",
        "%check $.token == hunter2",
        "%check $.token == \"a hunter2\"",
        "var password = \"a hunter2\"",
        "String token = \"\"\"\n  hunter2\n  \"\"\";",
        "vars().set(\"token\", \"a hunter2\")",
        "get(\"/x\").header(\"Authorization\", \"Bearer hunter2\")",
        "get(\"/x\").bearer(\"hunter2\")",
        "var body = \"{\\\"password\\\":\\\"a hunter2\\\"}\"",
        "get(\"http://me:hunter2@localhost/x\")",
        "%time POST /login password=hunter2",
      })
  void noSecretIsLeft(String entered) {
    var masked = Masked.of(entered);

    assertThat(masked.text()).doesNotContain("hunter2").contains("${env.SQUALL_");
    assertThat(masked.names()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /x \"Authorization:Bearer ${token}\"",
        "GET /x Authorization:\"Bearer ${token}\"",
        "GET /x\nAuthorization: Bearer ${token}",
        "POST /login password=${password} a=1",
        "%set token ${other}",
        "%extract token $.token",
        "%check $.token exists",
        "var token = login();",
        "var token=vars().get(\"token\");",
        "boolean same = token == other;",
        "foo(token, other)",
        "var tokens = Map.of(token, id)",
        "switch (token) { case 1 -> a(); default -> b(); }",
        "GET /products limit==2 name=other",
      })
  void whatIsNoSecretStays(String entered) {
    assertThat(Masked.of(entered).text()).isEqualTo(entered);
  }

  @Test
  void whatStandsAroundASecretStays() {
    var masked =
        Masked.of("curl http://localhost/x \\\n  -d 'user=a&password=hunter2&b=c' \\\n  -H 'A: b'");

    assertThat(masked.text())
        .isEqualTo(
            "curl http://localhost/x \\\n  -d 'user=a&password=${env.SQUALL_PASSWORD}&b=c' \\\n  -H 'A: b'");
    assertThat(masked.names()).containsExactly("SQUALL_PASSWORD");
  }

  /** A body or a token of any length is looked through at once. */
  @Test
  void longTextsAreNoTrouble() {
    var words = "x".repeat(200_000);
    assertThat(Masked.of("var t = \"" + words + "\";").text()).contains(words);
    assertThat(Masked.of("POST /a t=" + words).text()).endsWith(words);
    assertThat(Masked.of("var password = \"" + words + "\";").text()).doesNotContain("xx");
    assertThat(Masked.of("curl --password=" + words + " http://a").text()).doesNotContain("xx");
  }
}
