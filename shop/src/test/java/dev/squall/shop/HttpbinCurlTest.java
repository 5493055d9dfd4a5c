package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same shapes as curl uses them: uploads, jars, redirects, passwords. */
class HttpbinCurlTest extends ShopTest {

  @TempDir Path folder;

  @BeforeAll
  static void needsCurl() {
    Curl.isNeeded();
  }

  @Test
  void filesAreUploaded() throws Exception {
    Files.writeString(folder.resolve("avatar.jpg"), "not really a picture");
    Files.write(folder.resolve("real.png"), "\u0089PNG".getBytes(ISO_8859_1));

    assertThat(
            curl("-F", "file=@avatar.jpg", "-F", "pic=@real.png", "-F", "name=Ann", url("/post")))
        .contains("\"data\":\"\"")
        .contains(
            "\"files\":{\"file\":\"not really a picture\","
                + "\"pic\":\"data:image/png;base64,iVBORw==\"}")
        .contains("\"form\":{\"name\":\"Ann\"}")
        .contains("\"Content-Type\":\"multipart/form-data; boundary=");
  }

  @Test
  void anUploadKeepsTheTypeThatTheUserGaveAndAddsItsBoundary() throws Exception {
    Files.writeString(folder.resolve("avatar.jpg"), "x");

    assertThat(
            curl(
                "-H",
                "Content-Type: multipart/form-data",
                "-F",
                "file=@avatar.jpg",
                url("/anything")))
        .contains("\"files\":{\"file\":\"x\"}", "\"method\":\"POST\"");
  }

  @Test
  void dataIsAFormUnlessItsTypeIsSaid() throws Exception {
    assertThat(curl("-d", "a=1", "-d", "b=2", url("/post")))
        .contains("\"form\":{\"a\":\"1\",\"b\":\"2\"}", "\"json\":null");
    assertThat(curl("-d", "{\"a\":1.10}", "-H", "Content-Type: application/json", url("/post")))
        .contains("\"json\":{\"a\":1.10}", "\"data\":\"{\\\"a\\\":1.10}\"");
  }

  @Test
  void cookiesGoIntoTheJarAndAreSentAgain() throws Exception {
    assertThat(curl("-L", "-c", "jar", "-b", "jar", url("/cookies/set?session=abc123&user_id=42")))
        .contains("\"session\":\"abc123\"", "\"user_id\":\"42\"");
    assertThat(curl("-L", "-c", "jar", "-b", "jar", "-d", "", url("/cookies/set?session=new")))
        .contains("\"session\":\"new\"", "\"user_id\":\"42\"");
    assertThat(Files.readString(folder.resolve("jar"))).contains("127.0.0.1\tFALSE\t/\tFALSE\t0\t");
  }

  @Test
  void redirectsAreFollowedToTheirEnd() throws Exception {
    assertThat(curl("-L", url("/redirect/20"))).contains("\"url\":\"" + url("/get") + "\"");
    assertThat(curl("-L", "-d", "a=1", url("/status/307")))
        .contains("\"url\":\"" + url("/get") + "\"");
  }

  @Test
  void aPasswordIsSent() throws Exception {
    assertThat(curl("-u", "me:s3cret", url("/basic-auth/me/s3cret")))
        .isEqualTo("{\"authenticated\":true,\"user\":\"me\"}");
    assertThat(curl("--anyauth", "-u", "me:s3cret", url("/basic-auth/me/s3cret")))
        .isEqualTo("{\"authenticated\":true,\"user\":\"me\"}");
    assertThat(curl("-u", "me:wrong", "-w", "%{http_code}", url("/basic-auth/me/s3cret")))
        .endsWith("401");
  }

  private static String url(String path) {
    return shop.url() + path;
  }

  private String curl(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "10", "--noproxy", "*"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
