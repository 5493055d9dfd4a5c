package dev.squall.shell;

import dev.squall.shell.command.Commands;
import dev.squall.shell.eval.Token;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.Places;
import dev.squall.shell.session.Session;
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
  }

  /** A new session with all words imported. */
  public static Shell open(Places places) {
    var session = new Session(places);
    Startup.words(session);
    var shell = new Shell(session);
    session.evaluator(shell::inner);
    return shell;
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
    var token = session.token(front);
    askedOnce = false;
    current = token;
    try {
      return new Evaluation(session, commands, shadows, front, token).of(text);
    } finally {
      current = null;
    }
  }

  /** What a command is given to evaluate is a part of the evaluation that it stands in. */
  private void inner(String text) {
    var token = Token.here();
    if (token == null) {
      throw new IllegalStateException("outside of an evaluation");
    }
    var reply = new Evaluation(session, commands, shadows, session.front(), token).of(text);
    reply.result().ifPresent(session.front()::show);
    reply
        .failure()
        .ifPresent(failure -> {
          throw new InnerFailure(failure);
        });
  }

  /**
   * Stops what is evaluated: first the run that it waits for, whose numbers it gets; when asked
   * again, or where there is none, all of it.
   */
  public void stop() {
    var token = current;
    if (token == null) {
      return;
    }
    if (!askedOnce && session.stopAwaited()) {
      askedOnce = true;
      return;
    }
    token.stop();
  }

  @Override
  public void close() {
    session.close();
  }
}
