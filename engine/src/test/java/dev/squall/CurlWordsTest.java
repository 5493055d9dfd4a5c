package dev.squall;

import static dev.squall.Squall.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.plan.Options;
import dev.squall.plan.Tls;
import dev.squall.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CurlWordsTest {

  /** What the log says while a command is read. */
  private static List<String> logged(String command) {
    var lines = new ArrayList<String>();
    var log = Logger.getLogger("dev.squall.curl");
    var listener =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(listener);
    log.setUseParentHandlers(false);
    try {
      curl(command);
    } finally {
      log.removeHandler(listener);
      log.setUseParentHandlers(true);
    }
    return lines;
  }

  @Test
  void aCommandIsARequestAndARequestACommand() {
    var request = get("http://h/x").header("A", "b");
    assertThat(curl("curl http://h/x -H 'A: b'")).isEqualTo(request);
    assertThat(toCurl(request)).isEqualTo("curl http://h/x -H 'A: b'");
    assertThat(toCurl(get("/x"), "http://h")).isEqualTo("curl http://h/x");
  }

  @Test
  void everyProblemIsThrownAtOnce() {
    assertThatThrownBy(() -> curl("curl -m x -H y"))
        .isInstanceOf(ProblemException.class)
        .extracting(thrown -> ((ProblemException) thrown).problems().size())
        .isEqualTo(3);
    assertThatThrownBy(() -> curlOptions("curl")).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsLeftOutIsLogged() {
    assertThat(logged("curl -s h")).isEmpty();
    assertThat(logged("curl --http2 -k -x p h"))
        .containsExactly(
            """
            WARNING curl:1:6: --http2 is left out
                curl --http2 -k -x p h
                     ^\
            """,
            "WARNING curl: what it says of connections is for a whole run: add curlOptions of the "
                + "same text, or insecure(), proxy(\"http://p\")");
  }

  @Test
  void whatIsSaidOfConnectionsMakesOptions() {
    var options =
        Options.of(
            curlOptions(
                "curl -k --cacert ca.pem --cert a.pem --key b.pem --pass c -x p:1"
                    + " --resolve h:80:1.2.3.4 --connect-timeout 2 h"));
    assertThat(options)
        .isEqualTo(
            Options.of(
                insecure(),
                trust("ca.pem"),
                proxy("http://p:1"),
                resolve("h", "1.2.3.4"),
                connectTimeout(Duration.ofSeconds(2)),
                with ->
                    with.tls(tls ->
                        tls.withIdentity(
                            new Tls.Identity(
                                Path.of("a.pem"),
                                Optional.of(Path.of("b.pem")),
                                Optional.of("c"))))));
    assertThat(Options.of(curlOptions("curl h"))).isEqualTo(Options.DEFAULT);
  }
}
