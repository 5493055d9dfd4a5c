package dev.squall.shell.session;

import dev.squall.run.Run;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Who talks to the person: a prompt, a notebook, a file of commands. Called on any thread. */
public interface Front {

  /** What snippets print. */
  PrintStream out();

  /** What snippets print as errors. */
  PrintStream err();

  /** What snippets read. */
  InputStream in();

  /** How the person sees it. */
  View view();

  /** Shows a value, at once. */
  void show(Bundle bundle);

  /** A variable was declared or assigned: a prompt says so, a notebook does not. */
  void declared(String name, String type, Bundle value);

  /** A method, a type or an import was declared: the same of these, in a sentence. */
  default void defined(String sentence) {
    note(sentence);
  }

  /** Shows a line that is no value: a confirmation, a warning. */
  void note(String text);

  /**
   * Asks the person.
   *
   * @param secret whether the answer must not be seen
   * @return the answer; nothing where nobody can be asked
   */
  Optional<String> ask(String question, boolean secret);

  /**
   * A run is waited for: its progress may be shown until the returned is closed, which shows
   * nothing of itself.
   */
  Watching watch(Run run);

  /** Until the run is over. */
  @FunctionalInterface
  interface Watching extends AutoCloseable {
    @Override
    void close();
  }
}
