package dev.squall.shell;

import dev.squall.shell.command.Commands;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import dev.squall.shell.eval.Token;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.Places;
import dev.squall.shell.session.Session;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One session for whatever is in front of it. One evaluation at a time. */
public final class Shell implements AutoCloseable {
  private final Session session;
  private final Commands commands = new Commands();
  private final Shadows shadows = new Shadows();
  private volatile @Nullable Token current;
  private volatile boolean askedOnce;

  private Shell(Session session) {
    this.session = session;
    session.evaluatedBy(this::nested);
  }

  /** What a command is given to evaluate is a part of the evaluation that it stands in. */
  private Bundle nested(String text) {
    var token = current;
    if (token == null) {
      throw new IllegalStateException("nothing is evaluated");
    }
    var reply = new Evaluation(session, commands, shadows, session.front(), token).of(text);
    reply
        .failure()
        .ifPresent(failure -> {
          throw new InnerFailure(failure);
        });
    return reply.result().orElse(Bundle.text(""));
  }

  /**
   * A new session with all words imported, in which the person's own {@code startup.jsh} has been
   * performed.
   *
   * @param front told what went wrong there
   */
  public static Shell open(Places places, Front front) {
    return open(places, () -> front);
  }

  /**
   * The same, while whoever is told is still being made.
   *
   * @param front asked for once everything else is there
   */
  public static Shell open(Places places, Supplier<Front> front) {
    var shell = open(places);
    Startup.own(shell, front.get());
    return shell;
  }

  /** A new session with all words imported and nothing else. */
  public static Shell open(Places places) {
    var session = new Session(places);
    session.startsWith(Startup::words);
    return new Shell(session);
  }

  /** What it is about. */
  public Session session() {
    return session;
  }

  /** Its commands. */
  public Commands commands() {
    return commands;
  }

  /**
   * Evaluates what was entered at once, a part after the other, until one does not go through.
   * Never throws: what went wrong is in the reply.
   */
  public Reply evaluate(String text, Front front) {
    session.entered(text);
    var reply = begin(text, front);
    if (!reply.ok()) {
      session.lastFailed();
    }
    return reply;
  }

  /** The same of what the person has not entered, and does not find in the history. */
  // Whoever asked gets a reply whatever happened, a bug of ours included.
  @SuppressWarnings("IllegalCatch")
  public Reply begin(String text, Front front) {
    var token = session.token(front);
    askedOnce = false;
    current = token;
    try {
      return new Evaluation(session, commands, shadows, front, token).of(text);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return new Reply(Optional.empty(), Optional.of(Failures.bug(e)));
    } finally {
      current = null;
    }
  }

  /**
   * Stops what is evaluated: first the run that it waits for, whose numbers it gets; when asked
   * again, or where there is none, all of it.
   *
   * @return whether anything is evaluated
   */
  public boolean stop() {
    var token = current;
    if (token == null) {
      return false;
    }
    if (!askedOnce && session.stopAwaited()) {
      askedOnce = true;
    } else {
      token.stop();
    }
    return true;
  }

  /** What may stand where the cursor is, an index of the text. */
  public Completion complete(String text, int cursor) {
    return new Completions(session, commands).at(text, Math.clamp(cursor, 0, text.length()));
  }

  /**
   * What there is to read of what the cursor stands on or behind.
   *
   * @param all whether everything is wanted, and not only what fits the place
   */
  public Optional<Bundle> document(String text, int cursor, View view, boolean all) {
    return new Inspection(session, commands, all)
        .at(text, Math.clamp(cursor, 0, text.length()), view);
  }

  /** Whether a text can be evaluated as it stands. */
  public Completeness completeness(String text) {
    return new Completeness.Of(session.java()).text(text);
  }

  @Override
  public void close() {
    session.close();
  }
}
