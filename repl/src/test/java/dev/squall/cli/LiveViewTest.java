package dev.squall.cli;

import static dev.squall.Squall.get;
import static dev.squall.Squall.pause;
import static dev.squall.Squall.scenario;
import static dev.squall.Squall.seconds;
import static dev.squall.Squall.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.plan.Options;
import dev.squall.plan.Plan;
import dev.squall.run.Run;
import dev.squall.shop.PracticeShop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The line that is redrawn in place, and what is written while it stands there. */
class LiveViewTest {
  private static final String ERASE = "\r\033[K";

  /** What a terminal that knows no more than these two shows in the end. */
  private static String seen(String written) {
    var lines = new StringBuilder();
    for (var line : Pattern.compile("\n").split(written, -1)) {
      lines.append(line.substring(line.lastIndexOf(ERASE) < 0 ? 0 : line.lastIndexOf(ERASE) + 4));
      lines.append('\n');
    }
    return lines.toString();
  }

  @Test
  void noLineEndsUpInAnother() {
    var screen = new StringWriter();
    var out = new PrintWriter(screen, true);
    var view = new LiveView(out, out, new LiveView.Shown(true, true, true));
    try (var shop = PracticeShop.start()) {
      var plan =
          Plan.of(
              scenario("s", get("/health"), pause(seconds(0.05))).at(shop.url().toString()),
              users(2).during(seconds(4.5)),
              Options.DEFAULT);

      Thread.ofVirtual()
          .start(() -> {
            for (int i = 0; i < 40; i++) {
              view.log("logged " + i + "\n");
              pause100();
            }
          });
      var results = view.follow(Run.start(plan, view::tell));
      view.end(results);

      var text = screen.toString();
      assertThat(text).contains(ERASE + "🔄 Progress: ");
      assertThat(seen(text).lines())
          .allMatch(line ->
              line.isEmpty()
                  || line.matches("\\[\\d\\d:\\d\\d:\\d\\d] VU \\d .*\\S")
                  || line.matches("logged \\d+")
                  || line.matches("✓ Completed: \\d+ requests \\| 0 errors"));
      assertThat(seen(text).lines().filter(line -> line.contains("✓ GET")))
          .hasSize((int) results.totals().requests());
      assertThat(seen(text)).contains("logged 39\n", "VU 2 completed\n");
    }
  }

  private static void pause100() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
