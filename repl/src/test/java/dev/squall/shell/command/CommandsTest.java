package dev.squall.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.Squall;
import dev.squall.analysis.Analysis;
import dev.squall.sheet.Display;
import dev.squall.shell.Words;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every command. */
class CommandsTest {
  private static final Commands COMMANDS = new Commands();

  private static final List<String> PROMISED =
      Pattern.compile(" ")
          .splitAsStream(
              "help examples tour base get post put patch delete head options last headers body json"
                  + " extract check keep steps drop move edit vars set env burst run runs stop table"
                  + " plot compare why errors debug replay curl export save load notebook shop allow"
                  + " cookies reveal suggest time history classpath maven doc restart")
          .toList();

  private static final Pattern WORD = Pattern.compile("(?<![.\\w])([a-z]\\w*)\\(");

  static Stream<Command> commands() {
    return COMMANDS.all().stream();
  }

  @Test
  void everyPromisedCommandIsThere() {
    assertThat(commands().map(Command::name)).containsAll(PROMISED).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachIsDescribedInALineAndHasAnExampleOfItself(Command command) {
    assertThat(command.summary()).endsWith(".").hasSizeLessThanOrEqualTo(90);
    assertThat(command.synopsis()).matches("%%?" + command.name() + "(?s:\\b.*)");
    assertThat(command.examples()).isNotEmpty();
    assertThat(command.examples())
        .allMatch(line -> line.matches("(?s)%%?" + command.name() + "\\b.*|\\?.*"));
    var help = COMMANDS.help(command.name()).orElseThrow();
    assertThat(help).contains(command.synopsis(), command.examples().getFirst());
    assertThat(help.lines()).hasSizeLessThanOrEqualTo(24);
  }

  @Test
  void helpFitsOneScreen() throws Exception {
    var overview =
        String.valueOf(
            COMMANDS
                .find("help")
                .orElseThrow()
                .action()
                .perform(null, Arguments.of("%help", 5, "")));
    assertThat(overview.lines())
        .hasSizeLessThanOrEqualTo(24)
        .allMatch(line -> Display.width(line) <= 80);
    assertThat(PROMISED).allMatch(name -> overview.contains("%" + name));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theWordsOfJavaThatDoTheSameExist(Command command) {
    var words = words();
    assertThat(
            WORD.matcher(command.java())
                .results()
                .map(MatchResult::group)
                .map(call -> call.substring(0, call.length() - 1)))
        .allMatch(words::contains);
  }

  private static Set<String> words() {
    return Stream.of(Squall.class, Analysis.class, Words.class)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }
}
