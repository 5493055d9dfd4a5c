package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

  private static ShellWords.Split split(String text) {
    return ShellWords.split("a.httpx", text, 0, true);
  }

  /** Each word between brackets. */
  private static String shown(String text) {
    var split = split(text);
    assertThat(split.problems()).isEmpty();
    var words = new StringBuilder();
    split.words().forEach(word -> words.append('[').append(word.text()).append(']'));
    return words.toString();
  }

  private static String real(String written) {
    return written.replace("⏎", "\n").replace("␍", "\r").replace("⇥", "\t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          a b  c => [a][b][c]
          a⇥b => [a][b]
          'a b' "c d" => [a b][c d]
          -H'x: y'"z"w => [-Hx: yzw]
          '' "" x => [][][x]
          'a\\b\"c' => [a\\b\"c]
          "a\\"b\\\\c\\`d" => [a"b\\c`d]
          "a\\nb\\'c" => [a\\nb\\'c]
          a\\ b\\'c => [a b'c]
          'it'\\''s' => [it's]
          $'a\\'b\\\\c\\"' => [a'b\\c"]
          $'\\n\\t\\r' => [⏎⇥␍]
          $'\\x41\\101\\u0041\\U00000041' => [AAAA]
          $'\\u0021\\xc3\\xa9\\303\\251' => [!éé]
          $'\\ud83d\\ude00 \\U1f600' => [😀 😀]
          $'\\z\\xz' => [\\z\\xz]
          $'a⏎b' => [a⏎b]
          'a⏎b' "c⏎d" => [a⏎b][c⏎d]
          "a\\⏎b" => [ab]
          "a\\␍⏎b" => [ab]
          a \\⏎ b => [a][b]
          a \\␍⏎ b => [a][b]
          a\\⏎b => [ab]
          a \\ => [a]
          a#b #c => [a#b]
          a '#' b => [a][#][b]
          a '}' '|' b => [a][}][|][b]
          a} }b |c d| => [a}][}b][|c][d|]
          http://x/?a=1&b=2;c=(3) => [http://x/?a=1&b=2;c=(3)]
          a^b ^ => [a^b][^]
          """)
  void wordsAreSplitAsBashDoes(String written, String words) {
    assertThat(shown(real(written))).isEqualTo(real(words));
  }

  @Test
  void controlCharactersAreWrittenAsEscapes() {
    assertThat(shown("$'\\e\\E\\a\\b\\cA\\v\\f'")).isEqualTo("[\033\033\007\b\001\013\f]");
    assertThat(shown("$'\\x4g\\u41g\\18'")).isEqualTo("[\004gAg\0018]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          $a ${b} "$c" '$d' => [$a][${b}][$c][$d]
          $$a '$$a' $${a} => [$$a][$$a][$${a}]
          \\$a => [${$}a]
          "\\$a" => [${$}a]
          "\\${a" => [${$}{a]
          "\\$"a => [${$}a]
          '\\$a' => [\\$a]
          $'\\x24a \\u0024a $a' => [${$}a ${$}a $a]
          $'\\$a' => [\\$a]
          \\$1 \\$ \\$- => [$1][$][$-]
          $\\$a => [${$}${$}a]
          \\$$a => [${$}$a]
          \\$\\$ => [$$]
          $ => [$]
          """)
  void aDollarSignBehindABackslashBeginsNoVariable(String written, String words) {
    assertThat(shown(written)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'a b⏎c', 3",
    "'a b␍⏎c', 3",
    "'a b # c', 4",
    "'a b } c', 4",
    "'a b }', 4",
    "'a | b', 2",
    "'# a', 0",
    "'⏎ a', 0",
    "'a \\⏎ b⏎', 6",
    "'a', 1"
  })
  void theEndIsBeforeWhatEndsIt(String written, int end) {
    assertThat(split(real(written)).end()).isEqualTo(end);
  }

  @Test
  void aBarIsAWordWhereItEndsNothing() {
    var split = ShellWords.split("a", "curl a | b", 5, false);
    assertThat(split.words()).extracting(ShellWord::text).containsExactly("a", "|", "b");
    assertThat(split.words()).extracting(ShellWord::at).first().isEqualTo(new Span(5, 6));
  }

  @Test
  void aWordStandsWhereItsQuotesStand() {
    assertThat(split("a 'b c' d").words())
        .extracting(ShellWord::at)
        .containsExactly(new Span(0, 1), new Span(2, 7), new Span(8, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          a 'b => a.httpx:1:3 a ' that nothing closes; close it with '
          a "b \\" => a.httpx:1:3 a " that nothing closes; close it with "
          a x$'b\\' => a.httpx:1:4 a $' that nothing closes; close it with '
          a \\⏎ 'b => a.httpx:2:2 a ' that nothing closes; close it with '
          a \\ ⏎ b => a.httpx:1:3 a blank stands behind the \\ at the end of a line; make \\ the last of it
          a ^⏎ b ^⏎ c => a.httpx:1:3 a command for the Windows command line; copy as cURL (bash) instead
          curl ^"http://x/^" ^⏎ -H ^"a: b^" => a.httpx:1:6 a command for the Windows command line; copy as cURL (bash) instead
          $'ab\\xff' => a.httpx:1:5 these bytes are no text in UTF-8; send them from a file: --data-binary @file
          $'\\U110000' => a.httpx:1:3 no such character; the last one is \\U10ffff
          a"$(date)" => a.httpx:1:3 the output of a command, and Squall runs none; name a variable instead, or write \\$( for the text itself
          """)
  void whatIsWrongIsToldOnce(String written, String problem) {
    assertThat(split(real(written)).problems())
        .extracting(one -> one.position() + " " + one.what() + "; " + one.hint())
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          http://x:1/a_b,c@d%20+=. => http://x:1/a_b,c@d%20+=.
          a b => 'a b'
          /?a=1 => '/?a=1'
          $id => '$id'
          it's => 'it'\\''s'
          a⏎b => 'a⏎b'
          a␍⏎'\\ => $'a\\r\\n\\'\\\\'
          """)
  void aWordIsQuotedAsLittleAsItCanBe(String text, String quoted) {
    assertThat(ShellWords.quote(real(text))).isEqualTo(real(quoted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "}", "|", "#", "^", "\\", "'", "$'", "\0", "\u0085", "${$}a", "a\r"})
  void aStrangeWordIsReadBack(String word) {
    assertThat(split(ShellWords.quote(word)).words())
        .extracting(ShellWord::text)
        .containsExactly(word);
  }

  @Test
  void anyWordIsReadBack() {
    var random = new Random(7);
    var signs = List.of("'", "\"", "\\", "$", "{", "}", "#", "|", "^", " ", "\n", "\r", "\t", "a");
    for (int turn = 0; turn < 4000; turn++) {
      var word = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        word.append(
            random.nextInt(4) == 0
                ? Character.toString(random.nextInt(0xd800))
                : signs.get(random.nextInt(signs.size())));
      }
      var split = split("x " + ShellWords.quote(word.toString()) + " y");
      assertThat(split.problems()).isEmpty();
      assertThat(split.words())
          .extracting(ShellWord::text)
          .containsExactly("x", word.toString(), "y");
    }
  }
}
