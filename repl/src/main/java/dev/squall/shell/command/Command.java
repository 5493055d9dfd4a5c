package dev.squall.shell.command;

import dev.squall.shell.session.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that begins with {@code %}.
 *
 * @param name without its sign
 * @param group what it is listed under
 * @param synopsis how it is written: {@code %extract NAME EXTRACTOR}
 * @param summary what it does, in a line
 * @param details the rest of what there is to say; may be empty
 * @param examples lines that work as they stand, the first one shown in lists
 * @param java the words of Java that do the same
 * @param action what it does
 * @param completer what may stand at a place
 */
public record Command(
    String name,
    Group group,
    String synopsis,
    String summary,
    String details,
    List<String> examples,
    String java,
    Action action,
    Completer completer) {

  public Command {
    examples = List.copyOf(examples);
  }

  /** What commands are listed under. */
  public enum Group {
    /** Requests, one at a time. */
    PROBE("Probe"),
    /** Steps and variables. */
    BUILD("Build"),
    /** Load and its numbers. */
    RUN("Run"),
    /** Files and other tools. */
    KEEP("Keep"),
    /** The session itself. */
    SESSION("Session");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** As a heading. */
    public String title() {
      return title;
    }
  }

  /** Does it. */
  @FunctionalInterface
  public interface Action {
    /**
     * Performs the command on a thread that may be interrupted.
     *
     * @return what is shown: any object, a text for a confirmation, null for nothing
     * @throws dev.squall.problem.ProblemException with what the person got wrong
     * @throws Exception told as it is
     */
    @Nullable Object perform(Session session, Arguments arguments) throws Exception;
  }

  /** Knows what may stand at a place. */
  @FunctionalInterface
  public interface Completer {
    /** Knows nothing. */
    Completer NONE = (_, _, _) -> List.of();

    /**
     * Candidates for a word.
     *
     * @param before the words before it
     * @param begun what is there of it; candidates need not begin with it
     */
    List<Candidate> candidates(Session session, Arguments before, String begun);
  }

  /** The same with another completer. */
  Command completedBy(Completer other) {
    return new Command(name, group, synopsis, summary, details, examples, java, action, other);
  }

  /** The same with more to say. */
  Command details(String more) {
    return new Command(name, group, synopsis, summary, more, examples, java, action, completer);
  }
}
