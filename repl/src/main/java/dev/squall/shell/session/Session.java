package dev.squall.shell.session;

import dev.squall.Squall;
import dev.squall.plan.Option;
import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.run.KeptCookie;
import dev.squall.run.Run;
import dev.squall.run.RunObserver;
import dev.squall.run.SoloUser;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.secret.Secrets;
import dev.squall.shell.debug.Debugger;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displays;
import dev.squall.shell.display.View;
import dev.squall.shell.eval.JavaSession;
import dev.squall.shell.eval.Surroundings;
import dev.squall.shell.eval.Token;
import dev.squall.shell.probe.Response;
import dev.squall.stats.Results;
import dev.squall.stats.Trace.TracedStep;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that one person has at hand. */
public final class Session implements AutoCloseable {
  private static final Pattern UNKNOWN = Pattern.compile("no step extracts a variable (\\S+)");

  private static final Pattern LOADS = Pattern.compile("\\s*%load\\s[^\\n]*\\s*");

  private final Places places;
  private volatile JavaSession java;
  private final SoloUser user = new SoloUser();
  private final Draft draft = new Draft();
  private final Runs runs;
  private final Guard guard = new Guard();
  private final Displays displays = new Displays();
  private final Origins origins = new Origins();
  private final Shop shop = new Shop();
  private final SavedSecrets secrets = new SavedSecrets();
  private final Vars vars = new Vars(user, origins);
  private final Map<Run, Token> tokens = new ConcurrentHashMap<>();
  private final Set<String> targets = Collections.synchronizedSet(new LinkedHashSet<>());
  private final List<String> history = new ArrayList<>();
  private final Set<Integer> failed = new HashSet<>();
  private final Set<Path> performed = ConcurrentHashMap.newKeySet();
  private volatile Optional<String> base = Optional.empty();
  private volatile @Nullable Tried last;
  private volatile @Nullable String unsent;
  private volatile @Nullable Front front;
  private volatile @Nullable Debugger debugger;
  private volatile Consumer<Session> startup = _ -> {};
  private volatile Function<String, Bundle> evaluator =
      _ -> {
        throw new IllegalStateException("nobody evaluates");
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

  /** Whoever asked for the evaluation under way, or the last one. */
  public Front front() {
    var asking = front;
    if (asking == null) {
      throw new IllegalStateException("nothing was evaluated yet");
    }
    return asking;
  }

  /** Somebody evaluates for the commands. */
  public void evaluatedBy(Function<String, Bundle> other) {
    evaluator = other;
  }

  /** What its Java begins with, now and whenever it begins anew. */
  public void startsWith(Consumer<Session> words) {
    startup = words;
    words.accept(this);
  }

  /** Java begins anew; all else stays. */
  public void restart() {
    var old = java;
    java = JavaSession.open();
    startup.accept(this);
    old.close();
  }

  /** The scenario that is gone through a request at a time. */
  public Optional<Debugger> debugger() {
    return Optional.ofNullable(debugger);
  }

  /** Another scenario is gone through from now on. */
  public Debugger debug(Debugger next) {
    endDebugging();
    debugger = next;
    return next;
  }

  /** Nothing is gone through any more. */
  public void endDebugging() {
    var old = debugger;
    debugger = null;
    if (old != null) {
      old.close();
    }
  }

  /** Its practice shop. */
  public Shop shop() {
    return shop;
  }

  /**
   * Evaluates lines as if the person had entered them, as a part of the command under way; what
   * goes wrong there is the command's own failure.
   *
   * @return the last result
   */
  public Bundle evaluate(String text) {
    return evaluator.apply(text);
  }

  /** Keeps every run that a snippet or command starts, once the guard let it pass. */
  private final class Observer implements RunObserver {
    @Override
    public void starting(Run run, Runnable begin) {
      guard.check(run.plan(), front());
      var here = Token.here();
      front().began(runs.add(run));
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
   * Relative paths stand on this from now on, those of the draft too; a scheme is added where there
   * is none.
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
        var now = whole.replaceAll("/+$", "");
        base = Optional.of(now);
        // what a file gave the draft would else stay behind, and load go where no probe went
        draft.scenario().base().ifPresent(_ -> draft.become(draft.scenario().at(now)));
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
    unsent = request.endpoint();
    var response = new Response(request, sent(request, options));
    unsent = null;
    request
        .captures()
        .forEach(capture -> origins.put(capture.variable(), request.name(), capture.extractor()));
    last = new Tried(request, response, Optional.empty());
    targets.add(request.target().text());
    return response;
  }

  /** A single request has no earlier step that could extract what it needs. */
  private TracedStep sent(Request request, Option... options) {
    try {
      return user.send(request, options(request, options));
    } catch (ProblemException e) {
      throw new ProblemException(e.problems().stream().map(Session::ofProbe).toList());
    }
  }

  private static Problem ofProbe(Problem problem) {
    var missing = UNKNOWN.matcher(problem.what());
    return missing.matches()
        ? new Problem(
            problem.position(),
            "the variable " + missing.group(1) + " has no value",
            "%set "
                + missing.group(1)
                + " VALUE, or %extract it from an answer; $${"
                + missing.group(1)
                + "} is the text itself")
        : problem;
  }

  /** What was asked, each once. */
  public List<String> targets() {
    synchronized (targets) {
      return List.copyOf(targets);
    }
  }

  private Option[] options(Request request, Option... options) {
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
    return all.toArray(Option[]::new);
  }

  /** The last answer, looked at as a request with these captures and checks would have. */
  public TracedStep look(Request request) {
    var tried = lastProbe();
    var looked = user.look(request, tried.response().step(), options(request));
    request
        .captures()
        .forEach(one -> origins.put(one.variable(), tried.request().name(), one.extractor()));
    return looked;
  }

  /** Variables of the user. */
  public Vars vars() {
    return vars;
  }

  /** What saved files ask the environment for. */
  public SavedSecrets secrets() {
    return secrets;
  }

  /** How the person sees it. */
  public View view() {
    return front().view();
  }

  /** Whether the person sees what is under this name. */
  public boolean reveals(String name) {
    return view().reveals() || !Secrets.isSecret(name);
  }

  /** What is under a name: a variable, a header of the last answer, a cookie. */
  public Optional<Revealed> reveal(String name) {
    return Optional.ofNullable(vars.get(name))
        .or(() -> last().flatMap(tried -> tried.response().header(name)))
        .or(() ->
            user.cookies().stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(KeptCookie::value)
                .findFirst())
        .map(value -> new Revealed(name, value));
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
    last = tried.with(how.apply(tried.request()));
    tried
        .step()
        .filter(draft.names()::contains)
        .ifPresent(name -> draft.edit(draft.number(name), how));
  }

  /** The last probe becomes a step of the draft; its number. */
  public int keep(String name) {
    var tried = lastProbe();
    var failed = unsent;
    if (failed != null) {
      throw new ProblemException(
          List.of(
              new Problem(
                  Position.in("last probe"),
                  failed + " was not sent, so there is nothing of it to keep",
                  "send it, or once more what was sent before: " + tried.request().endpoint())));
    }
    var request = name.isEmpty() ? tried.request() : tried.request().named(name);
    int number = draft.keep(request);
    last = tried.keptAs(request);
    request.captures().forEach(one -> origins.put(one.variable(), request.name(), one.extractor()));
    return number;
  }

  /** A file of lines is performed from now on; whether it was not already. */
  public boolean begin(Path file) {
    return performed.add(file.toAbsolutePath().normalize());
  }

  /** Whether it is performed now. */
  public boolean isPerformed(Path file) {
    return performed.contains(file.toAbsolutePath().normalize());
  }

  /** The lines of a file were entered in the place of the line that loads it. */
  public synchronized void performs(List<String> cells) {
    if (!history.isEmpty() && LOADS.matcher(history.getLast()).matches()) {
      history.removeLast();
    }
    cells.stream().map(String::strip).forEach(history::add);
  }

  /** It is performed no more. */
  public void end(Path file) {
    performed.remove(file.toAbsolutePath().normalize());
  }

  /** What was entered, the oldest first. */
  public synchronized List<String> history() {
    return List.copyOf(history);
  }

  /** What was entered last did not go through. */
  public synchronized void lastFailed() {
    failed.add(history.size() - 1);
  }

  /** The places of what did not go through, from 0. */
  public synchronized Set<Integer> failed() {
    return Set.copyOf(failed);
  }

  /** Something was entered. */
  public synchronized void entered(String text) {
    history.add(text);
  }

  @Override
  public void close() {
    endDebugging();
    runs.close();
    user.close();
    shop.close();
    java.close();
  }
}
