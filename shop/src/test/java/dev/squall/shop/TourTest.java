package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README: every line in one shell, and what each is said to print. */
class TourTest {

  private static final Pattern TOUR = Pattern.compile("(?s)\n```sh\n(shop=.*?\n)```\n");
  private static final Pattern LINE = Pattern.compile("(.+?)(?: +# (.+))?");
  private static final String END = "\u001e";

  @Test
  void everyLinePrintsWhatTheReadmeSaysAndTogetherTheyAskForEveryPath(@TempDir Path folder)
      throws Exception {
    Curl.isNeeded();
    try (var shop = PracticeShop.start(ShopOptions.defaults().tls())) {
      var lines = tour();
      var printed = run(script(shop, lines), folder);

      assertThat(printed).hasSameSizeAs(lines);
      assertSoftly(all -> {
        for (var i = 0; i < lines.size(); i++) {
          var line = lines.get(i);
          all.assertThat(printed.get(i).strip()).as(line.command()).matches(line.said());
        }
        all.assertThat(asked(shop)).as("the whole API").containsAll(described());
      });
    }
  }

  private static List<String> asked(PracticeShop shop) {
    return shop.truth().routes().keySet().stream().map(TourTest::path).toList();
  }

  /** All but those that the truth is silent about. */
  private static List<String> described() {
    return Description.ofTheShop()
        .operations()
        .filter(operation -> !operation.tag().equals("practice"))
        .map(operation -> path(operation.toString()))
        .distinct()
        .toList();
  }

  private static String path(String route) {
    return route.replaceFirst(".* ", "").replace("...}", "}");
  }

  /** Its lines without the headings. */
  private static List<Line> tour() throws IOException {
    var tour = TOUR.matcher(Files.readString(Path.of("README.md")));
    assertThat(tour.find()).isTrue();
    return tour.group(1)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(TourTest::line)
        .toList();
  }

  private static Line line(String text) {
    var line = LINE.matcher(text);
    assertThat(line.matches()).isTrue();
    var said = new ArrayList<String>();
    for (var part : Objects.requireNonNullElse(line.group(2), "").split("…", -1)) {
      said.add(Pattern.quote(part));
    }
    return new Line(line.group(1), Pattern.compile("(?s)" + String.join(".*", said)));
  }

  private static String script(PracticeShop shop, List<Line> lines) {
    var script = new StringBuilder();
    for (var line : lines) {
      script
          .append(
              line.command()
                  .replaceFirst("^shop=\\S+", "shop=" + shop.url())
                  .replaceFirst("^tls=\\S+", "tls=" + shop.tlsUrl()))
          .append("\nprintf '\\036'\n");
    }
    return script.toString();
  }

  private static List<String> run(String script, Path folder) throws Exception {
    var shell =
        new ProcessBuilder("sh")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      var printed =
          CompletableFuture.supplyAsync(
              () -> shell.inputReader(UTF_8).lines().collect(Collectors.joining("\n")));
      try (var in = shell.outputWriter(UTF_8)) {
        in.write(script);
      }
      var parts = printed.get(60, TimeUnit.SECONDS).split(END, -1);
      return List.of(parts).subList(0, parts.length - 1);
    } finally {
      shell.destroy();
    }
  }

  /** A command, and what it is said to print: nothing where there is no word of it. */
  private record Line(String command, Pattern said) {}
}
