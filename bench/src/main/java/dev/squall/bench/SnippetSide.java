package dev.squall.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever Java is given to, a snippet after the other. */
interface SnippetSide extends AutoCloseable {

  /** Performs it to its end; what a person would read where it failed. */
  Optional<String> perform(String snippet);

  /** Ends what is performed; called on another thread. */
  void stop();

  /** The values of all variables as text. */
  Map<String, String> values();

  /** The imports that it began with. */
  List<String> imports();

  @Override
  void close();
}
