package dev.squall.shell.reply;

import dev.squall.scenario.Check;
import dev.squall.scenario.Extractor;

/** Something that may be made of an answer, in the words of the prompt and of Java. */
public sealed interface Suggestion {

  /** As a command: {@code %extract id $.products[0].id}. */
  String command();

  /** As it follows a request in Java: {@code .extract("id", jsonPath("$.products[0].id"))}. */
  String java();

  /** Why, in a few words. */
  String reason();

  /**
   * A value to keep.
   *
   * @param variable the name that nothing else of the suggestions has
   * @param extractor where it is found
   * @param value what it was; {@code …} where it is secret
   */
  record ToExtract(String variable, Extractor extractor, String value, String reason)
      implements Suggestion {
    @Override
    public String command() {
      return "%extract " + Wording.command(variable, extractor);
    }

    @Override
    public String java() {
      return ".extract(" + Wording.quoted(variable) + ", " + Wording.java(extractor) + ")";
    }
  }

  /** Something to expect. */
  record ToCheck(Check check, String reason) implements Suggestion {
    @Override
    public String command() {
      return "%check " + Wording.command(check);
    }

    @Override
    public String java() {
      return ".check(" + Wording.java(check) + ")";
    }
  }
}
