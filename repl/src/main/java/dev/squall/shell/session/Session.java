package dev.squall.shell.session;

import dev.squall.Squall;
import dev.squall.plan.Option;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.Run;
import dev.squall.run.RunObserver;
import dev.squall.run.SoloUser;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.shell.display.Displays;
import dev.squall.shell.eval.JavaSession;
import dev.squall.shell.eval.Surroundings;
import dev.squall.shell.eval.Token;
import dev.squall.shell.probe.Response;
import dev.squall.stats.Results;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything that one person has at hand. */
public final class Session implements AutoCloseable {
  private final Places places;
  private final JavaSession java;
  private final SoloUser user = new SoloUser();
  private final Draft draft = new Draft();
  private final Runs runs;
  private final Guard guard = new Guard();
  private final Displays displays = new Displays();
  private final Origins origins = new Origins();
  private final Map<Run, Token> tokens = new ConcurrentHashMap<>();
  private final List<String> history = new ArrayList<>();
  private volatile Optional<String> base = Optional.empty();
  private volatile @Nullable Tried last;
  private volatile @Nullable Front front;
  private volatile Consumer<String> evaluator =
      _ -> {
        throw new IllegalStateException("nothing evaluates here");
      };

  /** A new one. */
  public Session(Places places) {
    this.places = places;
    this.java = JavaSession.open();
    this.runs = new Runs(places.state().resolve("runs"), text -> front().note(text));
    var usual = new Displays();
    displays.register(
        Results.class,
        (results, view) ->
            runs.of(results)
                .map(kept -> kept.named(usual.show(results, view)))
                .orElseGet(() -> usual.show(results, view)));
  }

  /**
   * The one whose snippet or command the current thread performs.
   *
   * @throws IllegalStateException outside of one
   */
  public static Session here() {
    var token = Token.here();
    if (token != null && token.around().owner() instanceof Session session) {
      return session;
    }
    throw new IllegalStateException("this word belongs to a session: it is of use in a snippet");
  }

  /** A token for an evaluation that this front asks for. */
  public Token token(Front asking) {
    front = asking;
    return new Token(
        new Surroundings(asking.out(), asking.err(), asking.in(), new Observer(), this));
  }

  /** This one evaluates what a command was given to evaluate. */
  public void evaluator(Consumer<String> one) {
    evaluator = one;
  }

  /**
   * Evaluates what was given to a command, and shows what comes of it; throws what went wrong with
   * it as the evaluation's own failure.
   */
  public void evaluate(String text) {
    evaluator.accept(text);
  }

  /** Whoever asked for the evaluation under way, or the last one. */
  public Front front() {
    var asking = front;
    if (asking == null) {
      throw new IllegalStateException("nothing was evaluated yet");
    }
    return asking;
  }

  /** Keeps every run that a snippet or command starts, once the guard let it pass. */
  private final class Observer implements RunObserver {
    @Override
    public void starting(Run run, Runnable begin) {
      guard.check(run.plan(), front());
      var here = Token.here();
      runs.add(run);
      if (here == null) {
        begin.run();
        return;
      }
      var token = here.another();
      tokens.put(run, token);
      var _ = run.end().whenComplete((_, _) -> tokens.remove(run));
      token.within(begin);
    }

    @Override
    public void cutOff(Run run) {
      var token = tokens.remove(run);
      if (token != null && !run.isDone()) {
        token.stop();
      }
    }
  }

  /**
   * Stops the run that somebody waits for, so that its numbers come back; whether there was one.
   */
  public boolean stopAwaited() {
    var awaited =
        runs.running().stream()
            .flatMap(kept -> kept.run().stream())
            .filter(Run::isAwaited)
            .toList();
    awaited.forEach(run -> run.stopWithin(KeptRun.GRACE));
    return !awaited.isEmpty();
  }

  /** Where things are. */
  public Places places() {
    return places;
  }

  /** Its Java. */
  public JavaSession java() {
    return java;
  }

  /** Who probes. */
  public SoloUser user() {
    return user;
  }

  /** Its draft. */
  public Draft draft() {
    return draft;
  }

  /** The draft with what relative paths stand on. */
  public Scenario scenario() {
    var scenario = draft.scenario();
    return scenario.base().isPresent() ? scenario : base.map(scenario::at).orElse(scenario);
  }

  /** Its runs. */
  public Runs runs() {
    return runs;
  }

  /** Who may be loaded. */
  public Guard guard() {
    return guard;
  }

  /** How things are shown. */
  public Displays displays() {
    return displays;
  }

  /** Where variables come from. */
  public Origins origins() {
    return origins;
  }

  /** What relative paths stand on. */
  public Optional<String> base() {
    return base;
  }

  /**
   * Relative paths stand on this from now on; a scheme is added where there is none.
   *
   * @throws ProblemException when it is no such URL
   */
  public void base(String url) {
    var whole = url.contains("://") ? url : "http://" + url;
    try {
      var uri = URI.create(whole);
      if (uri.getHost() != null
          && uri.getQuery() == null
          && uri.getFragment() == null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        base = Optional.of(whole.replaceAll("/+$", ""));
        return;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw new ProblemException(
        List.of(
            new Problem(
                Position.in("base"),
                url + " is no URL that paths can stand on",
                "%base http://localhost:8089")));
  }

  /** Sends a probe, which is the last one from now on. */
  public Response send(Request request, Option... options) {
    var all = new ArrayList<>(List.of(options));
    base.ifPresent(url -> all.addFirst(Squall.at(url)));
    if (base.isEmpty() && request.target().text().startsWith("/")) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in(request.method() + " " + request.target()),
                  "a path stands on a base, and there is none yet",
                  "%base http://localhost:8089, or %shop start")));
    }
    var response = new Response(request, user.send(request, all.toArray(Option[]::new)));
    request
        .captures()
        .forEach(capture -> origins.put(capture.variable(), request.name(), capture.extractor()));
    last = new Tried(request, response, OptionalInt.empty());
    return response;
  }

  /** The last probe. */
  public Optional<Tried> last() {
    return Optional.ofNullable(last);
  }

  /**
   * The last probe.
   *
   * @throws ProblemException when nothing was sent yet
   */
  public Tried lastProbe() {
    return last()
        .orElseThrow(() ->
            new ProblemException(
                List.of(
                    new Problem(
                        Position.in("last probe"), "nothing was sent yet", "GET /products"))));
  }

  /** Changes the last probe as it would be kept; a step that was made of it changes too. */
  public void change(UnaryOperator<Request> how) {
    var tried = lastProbe();
    var request = how.apply(tried.request());
    last = tried.with(request);
    tried.step().ifPresent(number -> draft.edit(number, _ -> request));
  }

  /** The last probe becomes a step of the draft; its number. */
  public int keep(String name) {
    var tried = lastProbe();
    var request = name.isEmpty() ? tried.request() : tried.request().named(name);
    int number = draft.keep(request);
    last = tried.keptAs(request, number);
    return number;
  }

  /** What was entered, the oldest first. */
  public synchronized List<String> history() {
    return List.copyOf(history);
  }

  /** Something was entered. */
  public synchronized void entered(String text) {
    history.add(text);
  }

  @Override
  public void close() {
    runs.close();
    user.close();
    java.close();
  }
}
