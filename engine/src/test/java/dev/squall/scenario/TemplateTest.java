package dev.squall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.scenario.Template.Part;
import dev.squall.scenario.Template.Part.Bare;
import dev.squall.scenario.Template.Part.Braced;
import dev.squall.scenario.Template.Part.EscapedBare;
import dev.squall.scenario.Template.Part.EscapedBraces;
import dev.squall.scenario.Template.Part.Literal;
import dev.squall.scenario.Template.Part.Unclosed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static List<Part> parts(String text) {
    return new Template(text).parts();
  }

  @Test
  void emptyTextHasNoParts() {
    assertThat(parts("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "$", "a$", "$$", "$$$", "5$ or 10$", "$5", "$ {x}", "a$-b", "€"})
  void whatNamesNothingIsText(String text) {
    assertThat(parts(text)).containsExactly(new Literal(text));
  }

  @Test
  void bracesMakeAHoleAtTheirOffset() {
    assertThat(parts("a${id}b"))
        .containsExactly(new Literal("a"), new Braced("id", 1), new Literal("b"));
    assertThat(parts("${id}")).containsExactly(new Braced("id", 0));
  }

  @Test
  void holesStandSideBySide() {
    assertThat(parts("${a}${b}$c"))
        .containsExactly(new Braced("a", 0), new Braced("b", 4), new Bare("c", 8));
  }

  @Test
  void spaceInsideBracesDoesNotBelongToTheName() {
    assertThat(parts("${ id\t}")).containsExactly(new Braced("id", 0));
    assertThat(parts("${}")).containsExactly(new Braced("", 0));
  }

  @Test
  void aDollarSignInBracesIsOneWhateverFollows() {
    assertThat(parts("a${$}id"))
        .containsExactly(new Literal("a"), new Literal("$"), new Literal("id"));
    assertThat(parts("${ $ }{id")).containsExactly(new Literal("$"), new Literal("{id"));
    assertThat(parts("$${$}")).containsExactly(new EscapedBraces("${$}"));
  }

  @Test
  void bracesMayHoldWhatABareNameMayNot() {
    assertThat(parts("${item.field}${pick(a,b)}"))
        .containsExactly(new Braced("item.field", 0), new Braced("pick(a,b)", 13));
  }

  @Test
  void aBareNameEndsWhereNoLetterDigitOrUnderscoreFollows() {
    assertThat(parts("/$user_1-x"))
        .containsExactly(new Literal("/"), new Bare("user_1", 1), new Literal("-x"));
    assertThat(parts("$_a")).containsExactly(new Bare("_a", 0));
    assertThat(parts("$a$b")).containsExactly(new Bare("a", 0), new Bare("b", 2));
  }

  @Test
  void aBareNameDoesNotBeginWithADigit() {
    assertThat(parts("$1a")).containsExactly(new Literal("$1a"));
    assertThat(parts("$1$a")).containsExactly(new Literal("$1"), new Bare("a", 2));
  }

  @Test
  void namesMayBeInAnyAlphabet() {
    assertThat(parts("$größe ${名前}😀"))
        .containsExactly(
            new Bare("größe", 0), new Literal(" "), new Braced("名前", 7), new Literal("😀"));
  }

  @Test
  void twoDollarSignsEscapeWhatWouldBeAHole() {
    assertThat(parts("$${x}")).containsExactly(new EscapedBraces("${x}"));
    assertThat(parts("a$$x b"))
        .containsExactly(new Literal("a"), new EscapedBare("x"), new Literal(" b"));
  }

  @Test
  void escapedBracesStayAsTheyStand() {
    assertThat(parts("$${ x }y")).containsExactly(new EscapedBraces("${ x }"), new Literal("y"));
  }

  @Test
  void anEscapeDoesNotReachTheNextHole() {
    assertThat(parts("$${x}${y}")).containsExactly(new EscapedBraces("${x}"), new Braced("y", 5));
  }

  @Test
  void ofThreeDollarSignsTheLastBelongsToTheHole() {
    assertThat(parts("$$${x}")).containsExactly(new Literal("$$"), new Braced("x", 2));
    assertThat(parts("$$$x")).containsExactly(new Literal("$$"), new Bare("x", 2));
  }

  @Test
  void whatNothingClosesEndsTheParts() {
    assertThat(parts("a${b")).containsExactly(new Unclosed(1));
    assertThat(parts("${a} ${b")).containsExactly(new Braced("a", 0), new Unclosed(5));
    assertThat(parts("$${b")).containsExactly(new Unclosed(0));
    assertThat(parts("${")).containsExactly(new Unclosed(0));
  }

  @Test
  void aTemplatePrintsAsWritten() {
    assertThat(new Template("a ${b} $$c")).hasToString("a ${b} $$c");
  }
}
