package dev.squall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainJshellTest {
  @TempDir Path folder;

  @Test
  void theWordsWorkInTheJdksOwnJshell() throws IOException, InterruptedException {
    var script = folder.resolve("session.jsh");
    Files.writeString(
        script,
        """
        import static dev.squall.Squall.*;
        import dev.squall.shop.PracticeShop;
        var server = PracticeShop.start();
        var shop = scenario("browse",
            get("/products?limit=2").check(status().is(200)).extract("id", jsonPath("$.products[0].id")),
            get("/products/${id}").check(jsonPath("$.id").is("${id}"))).at(server.url().toString());
        var one = once(shop);
        var results = run(shop, users(2).iterations(10));
        System.out.println("SAW " + one.variables() + " " + results.totals().ok() + " " + server.requests());
        System.out.println(report(results));
        server.close();
        /exit
        """);
    var classPath = CommandLineRun.of("classpath").out().strip();

    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
                "--class-path",
                classPath,
                "--feedback",
                "concise",
                script.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output)
        .contains("SAW {id=prod-1} 20 22")
        .contains("20 requests in")
        .doesNotContain("SLF4J");
  }
}
