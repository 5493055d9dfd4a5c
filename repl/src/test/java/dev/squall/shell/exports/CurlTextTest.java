package dev.squall.shell.exports;

import static dev.squall.Squall.get;
import static dev.squall.Squall.post;
import static dev.squall.Squall.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as bash reads them: what curl would be given. */
class CurlTextTest {
  private static final String STRANGE =
      "a\"b'c\\d`e$f$(g)#{i}*/m<!--</script>\n\t;&|é😀 ${$}{h} ~ ! end";

  @TempDir private Path folder;

  /** The arguments of all commands, with a function in curl's place. */
  private List<String> given(Scenario scenario, Map<String, String> environment)
      throws IOException, InterruptedException {
    var text = Exports.of(Format.CURL, scenario, Optional.empty(), List.of(), true).text();
    var script = "curl() { printf '%s\\0' \"$@\"; }\n" + text;
    var file = Files.writeString(folder.resolve("commands.sh"), script);
    var builder = new ProcessBuilder("bash", file.toString()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return List.of(said.split("\0", -1));
  }

  @Test
  void whateverATextHoldsReachesCurlAsItIs() throws Exception {
    var meant = STRANGE.replace("${$}", "$");
    var scenario =
        scenario(
                "strange " + STRANGE,
                post("/a").named("x " + STRANGE).header("X-A", STRANGE).text(STRANGE))
            .at("http://localhost:8089");
    assertThat(given(scenario, Map.of()))
        .contains("X-A: " + meant, meant, "http://localhost:8089/a");
  }

  @Test
  void variablesAreTheShellsWhereverTheyStand() throws Exception {
    var scenario =
        scenario(
                "variables",
                get("/products/${id}?q=${term}"),
                post("/cart").bearer("${token}").json("{\"id\": \"${id}\", \"it's\": ${n}}"),
                post("/a").text("\u0001${id}'${VU}"))
            .at("http://localhost:8089");
    var environment = Map.of("id", "p 1'2\"", "term", "x", "token", "t", "n", "5");
    assertThat(given(scenario, environment))
        .contains(
            "http://localhost:8089/products/p 1'2\"?q=x",
            "Authorization: Bearer t",
            "{\"id\": \"p 1'2\"\", \"it's\": 5}",
            "\u0001p 1'2\"'1");
  }
}
