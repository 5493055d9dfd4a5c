package dev.squall.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.shell.command.Commands;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
  private static final Pattern ASKED = Pattern.compile("`\\?([\\w.]+)`");
  private static final Pattern HELP = Pattern.compile("`%help (\\w+)`");
  private static final Pattern CALLED = Pattern.compile("(?<![\\w.])([a-z]\\w*)\\(");

  static Stream<Topic> topics() {
    return Topics.names().stream().map(name -> Topics.of(name).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void eachFitsOneScreen(Topic topic) {
    assertThat(topic.title()).isNotBlank().doesNotStartWith("#");
    assertThat(topic.markdown().lines())
        .hasSizeLessThanOrEqualTo(40)
        .allMatch(line -> line.length() <= 80);
    assertThat(topic.text(80).lines())
        .hasSizeLessThanOrEqualTo(45)
        .allMatch(line -> line.length() <= 80);
    assertThat(topic.text(40).lines()).anyMatch(line -> line.length() > 30);
    assertThat(topic.html()).contains("<h3>", "</p>").doesNotContain("<p>#");
  }

  @ParameterizedTest
  @MethodSource("topics")
  void whatIsPointedAtIsThere(Topic topic) {
    var documentation = Documentation.load();
    var words = ASKED.matcher(topic.markdown()).results().map(match -> match.group(1)).toList();
    var commands = HELP.matcher(topic.markdown()).results().map(match -> match.group(1)).toList();

    assertThat(words)
        .isNotEmpty()
        .allMatch(word -> Topics.of(word).isPresent() || !documentation.of(word).isEmpty());
    assertThat(commands).allMatch(name -> new Commands().find(name).isPresent());
  }

  /** Words of the session itself stand for what its own tests hold. */
  @ParameterizedTest
  @MethodSource("topics")
  void theWordsOfTheExamplesExist(Topic topic) {
    var known = Documentation.load().words();
    var called =
        CALLED
            .matcher(topic.markdown().replaceAll("\\$\\{[^}]*}", ""))
            .results()
            .map(match -> match.group(1))
            .filter(word -> !List.of("draft", "vars").contains(word))
            .toList();

    assertThat(called).allMatch(known::contains);
  }

  @Test
  void topicsAreFoundInAnyCaseAndNearlySpelt() {
    assertThat(Topics.of(" Load ")).map(Topic::name).contains("load");
    assertThat(Topics.of("../entries.bin")).isEmpty();
    assertThat(Topics.like("percentile")).contains("percentiles");
    assertThat(Topics.like("nonsense")).isEmpty();
  }
}
