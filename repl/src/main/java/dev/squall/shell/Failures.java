package dev.squall.shell;

import dev.squall.problem.ProblemException;
import dev.squall.shell.Reply.Failure;
import dev.squall.shell.eval.JavaSession;
import dev.squall.shell.eval.Stopped;
import java.util.List;
import java.util.Optional;
import jdk.jshell.Snippet;

/** What went wrong, as a person reads it: never with a frame of Squall's own. */
final class Failures {
  private static final int MOST_CAUSES = 10;
  private static final int MOST_FRAMES = 12;

  private Failures() {}

  static Failure stopped(Optional<String> stillDoing) {
    var text =
        "stopped"
            + stillDoing
                .map(what ->
                    ": "
                        + what
                        + " cannot be stopped; it goes on in the background, alone and unheard")
                .orElse("");
    return new Failure("Stopped", text, text, true);
  }

  /** What should not have happened. */
  static Failure bug(Throwable thrown) {
    var text = "a bug of Squall: " + chain(thrown) + "\nthe session goes on";
    return new Failure(thrown.getClass().getName(), message(thrown), text, false);
  }

  /** What no snippet threw. */
  static Failure of(Throwable thrown, boolean stopped) {
    return switch (thrown) {
      case ProblemException wrong ->
          new Failure(
              "Problem",
              wrong.problems().getFirst().what(),
              String.valueOf(wrong.getMessage()),
              false);
      case InnerFailure inner -> inner.failure();
      case Stopped _ -> stopped(Optional.empty());
      default ->
          stopped
              ? stopped(Optional.empty())
              : new Failure(thrown.getClass().getName(), message(thrown), chain(thrown), false);
    };
  }

  /** What a snippet threw. */
  static Failure thrown(JavaSession java, Throwable thrown, List<StackTraceElement> frames) {
    if (thrown instanceof ProblemException wrong) {
      return of(wrong, false);
    }
    return new Failure(
        thrown.getClass().getName(), message(thrown), chain(thrown) + trace(java, frames), false);
  }

  private static String message(Throwable thrown) {
    return thrown.getMessage() == null ? "" : thrown.getMessage();
  }

  private static String chain(Throwable thrown) {
    var text = new StringBuilder(headline(thrown));
    var cause = thrown.getCause();
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      text.append("\ncaused by ").append(headline(cause));
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static String headline(Throwable thrown) {
    var name = thrown.getClass().getName().replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "");
    return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
  }

  private static String trace(JavaSession java, List<StackTraceElement> frames) {
    var text = new StringBuilder();
    frames.stream().limit(MOST_FRAMES).forEach(frame -> text.append(line(java, frame)));
    if (frames.size() > MOST_FRAMES) {
      text.append("\n    … ").append(frames.size() - MOST_FRAMES).append(" more");
    }
    return text.toString();
  }

  private static String line(JavaSession java, StackTraceElement frame) {
    var file = frame.getFileName();
    if (file == null || !file.startsWith("#")) {
      return "\n    at " + frame;
    }
    var source =
        java.snippets().stream()
            .filter(snippet -> snippet.id().equals(file.substring(1)))
            .findFirst()
            .map(Snippet::source);
    // JShell counts lines from the first that is not blank
    var line =
        source.flatMap(
            text -> text.stripLeading().lines().skip(frame.getLineNumber() - 1L).findFirst());
    var method = frame.getMethodName();
    return "\n    at "
        + (method.isEmpty() || method.startsWith("do_it$") ? "" : method + ", ")
        + "line "
        + frame.getLineNumber()
        + " of snippet "
        + file
        + line.map(text -> "\n       " + text.strip()).orElse("");
  }
}
