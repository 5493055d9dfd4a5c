package dev.squall.shell.command;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.shell.line.Word;
import dev.squall.shell.line.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind a command.
 *
 * @param line the whole command, its name included
 * @param from where its arguments begin
 * @param words they are cut into
 * @param body the lines below it, of {@code %%name}; empty where there are none
 */
public record Arguments(String line, int from, List<Word> words, String body) {
  public Arguments {
    words = List.copyOf(words);
  }

  /** Of a line. */
  public static Arguments of(String line, int from, String body) {
    return new Arguments(line, from, Words.of(line, from), body);
  }

  /** How many words there are. */
  public int count() {
    return words.size();
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The word at an index, from 0. */
  public Optional<String> word(int index) {
    return index < words.size() ? Optional.of(words.get(index).text()) : Optional.empty();
  }

  /**
   * The word at an index.
   *
   * @param what is missing where there is none
   * @param hint how it is written
   * @throws ProblemException when there is none
   */
  public String need(int index, String what, String hint) {
    return word(index)
        .orElseThrow(() -> problem(line.stripTrailing().length(), what + " is missing", hint));
  }

  /**
   * The word at an index as a number.
   *
   * @throws ProblemException when it is none
   */
  public int number(int index, String hint) {
    var word = need(index, "a number", hint);
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException _) {
      throw wrong(index, word + " is no number", hint);
    }
  }

  /** Everything from the word at an index on, as it was written; empty where there is no such. */
  public String rest(int index) {
    return index < words.size() ? line.substring(words.get(index).from()).strip() : "";
  }

  /** A name that may hold blanks: one word without its quotes, or all that stands there. */
  public String name(int index) {
    return words.size() == index + 1 ? words.get(index).text() : rest(index);
  }

  /** Whether a flag such as {@code --full} is there. */
  public boolean has(String flag) {
    return words.stream().anyMatch(word -> word.text().equals(flag));
  }

  /** The same without a flag. */
  public Arguments without(String flag) {
    var others = new ArrayList<>(words);
    others.removeIf(word -> word.text().equals(flag));
    return new Arguments(line, from, others, body);
  }

  /**
   * Nothing stands behind so many words.
   *
   * @throws ProblemException when something does
   */
  public void most(int count, String hint) {
    if (words.size() > count) {
      throw problem(words.get(count).from(), "nothing is expected here", hint);
    }
  }

  /** What is wrong with the word at an index. */
  public ProblemException wrong(int index, String what, String hint) {
    return problem(index < words.size() ? words.get(index).from() : line.length(), what, hint);
  }

  private ProblemException problem(int at, String what, String hint) {
    return new ProblemException(List.of(new Problem(Position.at("command", line, at), what, hint)));
  }
}
