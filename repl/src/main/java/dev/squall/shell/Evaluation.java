package dev.squall.shell;

import dev.squall.Squall;
import dev.squall.problem.ProblemException;
import dev.squall.shell.Reply.Failure;
import dev.squall.shell.command.Commands;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.eval.Evaluated;
import dev.squall.shell.eval.Outcome;
import dev.squall.shell.eval.Reset;
import dev.squall.shell.eval.Token;
import dev.squall.shell.line.Cells;
import dev.squall.shell.line.Part;
import dev.squall.shell.probe.ProbeLine;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.KnownSecrets;
import dev.squall.shell.session.Session;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.jspecify.annotations.Nullable;

/** One evaluation, from its text to its reply. */
final class Evaluation {
  private final Session session;
  private final Commands commands;
  private final Shadows shadows;
  private final Front front;
  private final Token token;
  private Optional<Bundle> result = Optional.empty();
  private Optional<Failure> failure = Optional.empty();

  Evaluation(Session session, Commands commands, Shadows shadows, Front front, Token token) {
    this.session = session;
    this.commands = commands;
    this.shadows = shadows;
    this.front = front;
    this.token = token;
  }

  Reply of(String text) {
    for (var part : Cells.of(text, this::isComplete)) {
      result.ifPresent(front::show); // of the part before: the last one's is the reply's
      result = Optional.empty();
      perform(part);
      if (failure.isPresent()) {
        break;
      }
    }
    return new Reply(result, failure.map(this::withoutSecrets));
  }

  private Failure withoutSecrets(Failure failed) {
    return new Failure(
        failed.name(),
        KnownSecrets.hidden(session, failed.message()),
        KnownSecrets.hidden(session, failed.text()),
        failed.stopped());
  }

  private boolean isComplete(String java) {
    var completeness = session.java().completeness(java);
    return completeness != Completeness.DEFINITELY_INCOMPLETE;
  }

  private void perform(Part part) {
    switch (part) {
      case Part.Java java -> session.java().eval("cell", java.text(), token, this::took);
      case Part.Probe probe -> show(() -> session.send(ProbeLine.request("probe", probe.text())));
      case Part.Curl curl ->
          show(() ->
              session.send(
                  Squall.curl(curl.text().strip()), Squall.curlOptions(curl.text().strip())));
      case Part.Line line ->
          show(() -> commands.perform(session, line.text(), line.name(), line.arguments(), ""));
      case Part.Whole whole ->
          show(() ->
              commands.perform(
                  session,
                  whole.text().substring(0, whole.body()).stripTrailing(),
                  whole.name(),
                  whole.arguments(),
                  whole.text().substring(whole.body())));
      case Part.Question question -> {
        show(() -> commands.perform(session, "%doc " + question.word(), "doc", 5, ""));
        result.ifPresent(front::page);
        result = Optional.empty();
      }
    }
  }

  /** Performs what is no Java; what it gives is the result. */
  private void show(Callable<?> work) {
    var shown = new AtomicReference<@Nullable Bundle>();
    try {
      var left =
          session
              .java()
              .perform(
                  token,
                  () -> {
                    var value = work.call();
                    if (value != null) {
                      shown.set(session.displays().show(value, front.view()));
                    }
                    return value;
                  });
      if (left.isPresent()) {
        failure = Optional.of(Failures.stopped(left));
      } else {
        result = Optional.ofNullable(shown.get());
      }
    } catch (ExecutionException e) {
      failure =
          Optional.of(Failures.of(Objects.requireNonNullElse(e.getCause(), e), token.isStopped()));
    }
  }

  private void took(Evaluated one) {
    result.ifPresent(front::show);
    result = Optional.empty();
    one.resets().forEach(this::tell);
    switch (one.outcome()) {
      case Outcome.Value value -> value(value);
      case Outcome.Defined defined -> {
        shadows.of(defined).ifPresent(front::note);
        front.defined(Defined.sentence(defined));
        OtherWords.of(defined).ifPresent(front::note);
      }
      case Outcome.Done _ -> {}
      case Outcome.Rejected(var problems) ->
          failure =
              Optional.of(Failures.of(new ProblemException(OtherWords.told(problems)), false));
      case Outcome.Threw(var thrown, var frames) ->
          failure = Optional.of(Failures.thrown(session.java(), thrown, frames));
      case Outcome.Stop(var stillDoing) -> failure = Optional.of(Failures.stopped(stillDoing));
    }
  }

  private void tell(Reset reset) {
    front.note(reset.variable() + " lost its value: " + reset.why());
  }

  private void value(Outcome.Value value) {
    if (value.type().equals("void") || (!value.declared() && DisplayWords.isId(value.value()))) {
      return;
    }
    show(value::value);
    if (value.value() == null) {
      result = Optional.of(Bundle.text("null"));
    } else if (!(value.value() instanceof Displayable)) {
      result = result.map(bundle -> KnownSecrets.hidden(session, bundle));
    }
    if (value.declared()) {
      result.ifPresent(bundle -> front.declared(value.name(), value.type(), bundle));
      result = Optional.empty();
    }
  }
}
