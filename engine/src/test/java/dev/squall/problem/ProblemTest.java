package dev.squall.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.problem.Position.InText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  @Test
  void aProblemInAnObjectNamesThePlaceTheFaultAndTheCure() {
    assertThat(new Problem(Position.in("scenario shop, step login"), "no base", "add at(…)"))
        .hasToString("scenario shop, step login: no base\n    add at(…)");
  }

  @Test
  void withoutAHintThereIsNoEmptyLine() {
    assertThat(new Problem(Position.in("load"), "nothing to do", ""))
        .hasToString("load: nothing to do");
  }

  @Test
  void aProblemInATextShowsTheLineWithACaretBelowTheCharacter() {
    assertThat(new Problem(Position.at("body", "{\"a\": ${x}}", 6), "no x", "extract it"))
        .hasToString(
            """
            body:1:7: no x
                {"a": ${x}}
                      ^
                extract it\
            """);
  }

  @Test
  void onlyTheLineWithTheProblemIsShown() {
    assertThat(Position.at("body", "first\nsecond ${x}\r\nthird", 13))
        .isEqualTo(new InText("body", 2, 8, "second ${x}"));
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,1,2", "2,1,3", "3,2,1", "4,2,2", "5,2,3", "99,2,3"})
  void linesAndColumnsCountFromOne(int offset, int line, int column) {
    var position = (InText) Position.at("t", "ab\ncd", offset);
    assertThat(position.line()).isEqualTo(line);
    assertThat(position.column()).isEqualTo(column);
    assertThat(position.text()).isEqualTo(line == 1 ? "ab" : "cd");
    assertThat(position).hasToString("t:" + line + ":" + column);
  }

  @Test
  void columnsAreCodePointsSoThatTheCaretStandsRight() {
    var problem = new Problem(Position.at("t", "😀😀x", 4), "what", "");
    assertThat(problem.position()).isEqualTo(new InText("t", 1, 3, "😀😀x"));
    assertThat(problem).hasToString("t:1:3: what\n    😀😀x\n      ^");
  }

  @Test
  void aLineTooLongToShowIsNamedByItsNumber() {
    assertThat(new Problem(new Position.InFile("rows.json", 2, 4711), "not JSON", "mend it"))
        .hasToString("rows.json:2:4711: not JSON\n    mend it");
  }

  @Test
  void aTabBeforeTheCaretStaysATab() {
    assertThat(new Problem(Position.at("t", "\ta\tx", 3), "what", ""))
        .hasToString("t:1:4: what\n    \ta\tx\n    \t \t^");
  }

  @Test
  void anExceptionCarriesAllProblemsAndReadsAsThem() {
    var problems =
        List.of(
            new Problem(Position.in("a"), "first", ""),
            new Problem(Position.in("b"), "second", ""));
    var exception = new ProblemException(problems);
    assertThat(exception.problems()).isEqualTo(problems);
    assertThat(exception).hasMessage("a: first\nb: second").hasNoCause();
    assertThat(exception.getStackTrace()).isEmpty();
  }
}
