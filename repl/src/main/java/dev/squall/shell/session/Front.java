package dev.squall.shell.session;

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
   * A run was begun by what was entered: how it goes may be shown until it is over, be it waited
   * for or not.
   */
  void began(KeptRun run);

  /** Shows a value under an id by which it can be shown anew. */
  default void show(Bundle bundle, String id) {
    show(bundle);
  }

  /** A value that was shown is another one now; where what was written stays, both are seen. */
  default void update(Bundle bundle, String id) {
    show(bundle);
  }

  /**
   * What was shown for what was entered is to go, where that is possible.
   *
   * @param later when the next value is there, and not before
   */
  default void clear(boolean later) {}

  /** Something to be read beside the work. */
  default void page(Bundle bundle) {
    show(bundle);
  }
}
