package dev.squall.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever watches a run knows of nobody who starts one. */
class WatchersTest {
  private static final Pattern OURS =
      Pattern.compile("(?m)^import (?:static )?dev\\.squall\\.(\\w+)");

  @Test
  void theWatchersUseWhatAnyRunHasAndNobodyElse() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/dev/squall/live"))) {
      for (var file : files.toList()) {
        OURS.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
      }
    }

    assertThat(used).containsExactly("chart", "live", "run", "sample", "sheet", "stats");
  }
}
