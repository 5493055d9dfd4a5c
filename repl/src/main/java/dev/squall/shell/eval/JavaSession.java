package dev.squall.shell.eval;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Java that is written a piece at a time. One evaluation at a time; what is asked of it meanwhile
 * waits, but for {@link Token#stop}.
 */
public final class JavaSession implements AutoCloseable {
  /** How many results of expressions are kept under names such as {@code $7}. */
  private static final int MOST_RESULTS = 100;

  /** An import of nothing, that nobody enters again: an import that is entered again replaces. */
  private static final String FIRST = "import static java.lang.Runnable.*; // of nothing\n";

  private final SnippetLoader loader;
  private final Workers workers;
  private final SnippetControl control;
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final Snippets snippets;

  /** Names of expressions' results, the oldest first. */
  private final Deque<String> results = new ArrayDeque<>();

  private final int mostResults;

  /** Snippets of a person are numbered from 1: what a session begins with is no part of them. */
  private final AtomicInteger ids = new AtomicInteger();

  private volatile boolean isOwn = true;

  private JavaSession(ClassLoader parent, int mostResults) {
    this.mostResults = mostResults;
    Streams.open();
    loader = new SnippetLoader(parent);
    workers = new Workers(loader);
    control = new SnippetControl(loader, workers);
    shell =
        JShell.builder()
            .executionEngine(new Engine(control), Map.of())
            .compilerOptions("-parameters")
            .fileManager(CompilePath::on)
            .idGenerator((_, _) -> (isOwn ? "" : "s") + ids.incrementAndGet())
            .build();
    analysis = shell.sourceCodeAnalysis();
    snippets = new Snippets(analysis);
  }

  /** A new one, whose snippets see the classes of this process. */
  public static JavaSession open() {
    return open(MOST_RESULTS);
  }

  static JavaSession open(int mostResults) {
    return new JavaSession(JavaSession.class.getClassLoader(), mostResults);
  }

  private record Engine(ExecutionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "squall";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return control;
    }
  }

  /**
   * What a session begins with. All imports are one for JShell, which takes what stands behind the
   * first for a part of it: it compiles twice for each, and seventeen take half a second.
   *
   * @throws IllegalStateException where there is not what one of them names
   */
  public synchronized void begin(String imports) {
    isOwn = false;
    try {
      var events = shell.eval(FIRST + imports);
      if (events.getFirst().status() != Snippet.Status.VALID) {
        throw new IllegalStateException(
            shell
                .diagnostics(events.getFirst().snippet())
                .map(JavaSession::what)
                .collect(Collectors.joining("; ", "a word of Squall is not there: ", "")));
      }
    } finally {
      isOwn = true;
    }
  }

  /**
   * Evaluates all snippets of a text in their order, until one does not go through.
   *
   * @param source what the text is called where something is wrong with it
   * @param token what its snippets are a part of
   * @param each told what became of a snippet, as it is known
   */
  public synchronized void eval(
      String source, String text, Token token, Consumer<? super Evaluated> each) {
    control.begin(token);
    try {
      int from = 0;
      boolean goesOn = true;
      while (goesOn && from < text.length()) {
        var rest = text.substring(from);
        var next = snippets.of(rest);
        if (next.completeness() == Completeness.EMPTY) {
          break;
        }
        var place = new Place(source, text, from);
        var one = one(place, rest, next);
        var lines = isUnreadable(one) ? snippets.lines(rest) : Optional.<Snippets.Next>empty();
        if (lines.isPresent()) {
          next = lines.get();
          one = one(place, rest, next);
        }
        each.accept(one);
        goesOn = one.outcome().goesOn() && !token.isStopped();
        from += next.length();
      }
    } finally {
      control.forget();
    }
  }

  /** What has an error of syntax did nothing, and may be tried again in another way. */
  private static boolean isUnreadable(Evaluated one) {
    return one.outcome() instanceof Outcome.Rejected(var problems)
        && problems.stream().anyMatch(problem -> problem.what().endsWith("expected"));
  }

  /** Where a snippet stands. */
  private record Place(String source, String text, int offset) {
    Problem problem(long at, String what, String hint) {
      return new Problem(Position.at(source, text, offset + (int) Math.max(0, at)), what, hint);
    }
  }

  private Evaluated one(Place place, String rest, Snippets.Next next) {
    if (next.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
      return Evaluated.of(
          new Outcome.Rejected(
              List.of(
                  place.problem(
                      rest.stripTrailing().length(),
                      "something is missing here",
                      "a bracket, a quote or the rest of the line"))));
    }
    return told(place, shell.eval(next.source()));
  }

  private Evaluated told(Place place, List<SnippetEvent> events) {
    var own = events.stream().filter(event -> event.causeSnippet() == null).findFirst();
    if (own.isEmpty()) {
      return Evaluated.of(new Outcome.Done());
    }
    var event = own.get();
    boolean replaces =
        events.stream()
            .anyMatch(other ->
                other.causeSnippet() != null && other.status() == Snippet.Status.OVERWRITTEN);
    var outcome = outcome(place, event, replaces);
    events.forEach(this::keep);
    if (outcome instanceof Outcome.Value(var name, _, _, var declared)
        && !declared
        && isResult(event.snippet())) {
      results.add(name);
      if (results.size() > mostResults) {
        release(results.removeFirst());
      }
    }
    return new Evaluated(outcome, event.snippet().id(), control.resets());
  }

  private static boolean isResult(Snippet snippet) {
    return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  /** A result that nobody gave a name is held for a while and not for ever. */
  private void release(String name) {
    if (drop(name)) {
      control.kept().release(name);
    }
  }

  /**
   * A variable whose initializer does not compile any more, because a method or a type of it was
   * declared anew, is no less a variable: it is declared again without it.
   */
  private void keep(SnippetEvent event) {
    if (event.causeSnippet() == null
        || !(event.snippet() instanceof VarSnippet variable)
        || !event.previousStatus().isDefined()
        || event.status().isDefined()
        || event.status() == Snippet.Status.OVERWRITTEN
        || event.status() == Snippet.Status.DROPPED) {
      return;
    }
    var value = control.kept().value(variable.name());
    var again = shell.eval(variable.typeName() + " " + variable.name() + ";");
    if (again.stream().anyMatch(one -> one.causeSnippet() == null && one.status().isDefined())) {
      control.kept().restore(variable.name(), value);
    } else {
      shell.drop(variable);
      control
          .kept()
          .lost(variable.name(), "its type " + variable.typeName() + " is not there any more");
    }
  }

  private Outcome outcome(Place place, SnippetEvent event, boolean replaces) {
    var snippet = event.snippet();
    var abandoned = control.abandoned();
    if (abandoned != null) {
      return new Outcome.Stop(Optional.of(doing(abandoned.where())));
    }
    return switch (event.status()) {
      case REJECTED, NONEXISTENT -> new Outcome.Rejected(problems(place, snippet));
      case VALID, RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED, DROPPED, OVERWRITTEN -> {
        if (event.exception() != null) {
          yield threw(event.exception());
        }
        yield event.status().isDefined()
                && snippet.subKind().isExecutable()
                && event.value() == null
            ? new Outcome.Stop(Optional.empty())
            : defined(snippet, replaces);
      }
    };
  }

  private Outcome defined(Snippet snippet, boolean replaces) {
    var missing =
        snippet instanceof jdk.jshell.DeclarationSnippet declaration
            ? shell.unresolvedDependencies(declaration).toList()
            : List.<String>of();
    return switch (snippet) {
      case VarSnippet variable when missing.isEmpty() ->
          new Outcome.Value(
              variable.name(),
              variable.typeName(),
              control.value(),
              snippet.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND);
      case jdk.jshell.ExpressionSnippet expression ->
          new Outcome.Value(
              expression.name(),
              expression.typeName(),
              control.value(),
              expression.subKind() == SubKind.ASSIGNMENT_SUBKIND);
      case MethodSnippet method ->
          new Outcome.Defined(
              "method", method.name() + "(" + method.parameterTypes() + ")", replaces, missing);
      case TypeDeclSnippet type ->
          new Outcome.Defined(kind(type.subKind()), type.name(), replaces, missing);
      case VarSnippet variable ->
          new Outcome.Defined("variable", variable.name(), replaces, missing);
      default -> new Outcome.Done();
    };
  }

  private static String kind(SubKind kind) {
    return switch (kind) {
      case INTERFACE_SUBKIND -> "interface";
      case ENUM_SUBKIND -> "enum";
      case RECORD_SUBKIND -> "record";
      case ANNOTATION_TYPE_SUBKIND -> "annotation";
      default -> "class";
    };
  }

  private Outcome threw(JShellException told) {
    var frames = Frames.shown(told.getStackTrace());
    return switch (told) {
      case UnresolvedReferenceException unresolved ->
          new Outcome.Threw(new Unresolved(missing(unresolved)), frames);
      case EvalException thrown -> {
        var live = control.thrown();
        yield new Outcome.Threw(live == null ? thrown : live, frames);
      }
      default -> new Outcome.Threw(told, frames);
    };
  }

  private String missing(UnresolvedReferenceException unresolved) {
    var snippet = unresolved.getSnippet();
    return snippet.name()
        + " needs "
        + shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "))
        + (shell.diagnostics(snippet).findAny().isPresent() ? ", or has errors itself" : "");
  }

  private List<Problem> problems(Place place, Snippet snippet) {
    return shell
        .diagnostics(snippet)
        .filter(Diag::isError)
        .map(diag ->
            place.problem(diag.getPosition() < 0 ? 0 : diag.getPosition(), what(diag), hint(diag)))
        .toList();
  }

  private static String what(Diag diag) {
    var message = diag.getMessage(Locale.ROOT);
    return message == null ? "" : Compiler.what(message);
  }

  private String hint(Diag diag) {
    var message = diag.getMessage(Locale.ROOT);
    return message == null ? "" : Compiler.hint(message, names());
  }

  /** Names that a snippet could have meant. */
  private Set<String> names() {
    return Stream.of(shell.variables(), shell.methods(), shell.types())
        .flatMap(all -> all.map(jdk.jshell.PersistentSnippet::name))
        .collect(Collectors.toSet());
  }

  /** What the snippet called. */
  private static String doing(StackTraceElement[] where) {
    var called = where.length == 0 ? null : where[0];
    for (var frame : where) {
      if (frame.getClassName().startsWith("REPL.")) {
        break;
      }
      called = frame;
    }
    return called == null ? "something" : called.getClassName() + "." + called.getMethodName();
  }

  /**
   * Performs something that is no snippet as a part of a token, so that it can be stopped like one.
   *
   * @return what still runs, where it could not be stopped
   * @throws ExecutionException with what it threw
   */
  public Optional<String> perform(Token token, Callable<?> work) throws ExecutionException {
    try {
      workers.perform(token, work);
      return Optional.empty();
    } catch (Workers.Abandoned e) {
      token.silence();
      return Optional.of(doing(e.where()));
    }
  }

  /** JShell's own snippets, for those who show or drop them. */
  public synchronized List<Snippet> snippets() {
    return shell.snippets().filter(snippet -> shell.status(snippet).isActive()).toList();
  }

  /** A variable as it is now. */
  public synchronized Optional<Variable> variable(String name) {
    return shell
        .variables()
        .filter(one -> one.name().equals(name) && isThere(one))
        .reduce((_, last) -> last)
        .map(this::variable);
  }

  /** All variables that were declared, in their order. */
  public synchronized List<Variable> variables() {
    return shell.variables().filter(this::isThere).map(this::variable).toList();
  }

  /** One of a type that nothing declares yet has no value, and JShell throws when asked for it. */
  private boolean isThere(VarSnippet snippet) {
    return shell.status(snippet) == Snippet.Status.VALID;
  }

  private Variable variable(VarSnippet snippet) {
    shell.varValue(snippet);
    return new Variable(snippet.name(), snippet.typeName(), control.value());
  }

  /**
   * A variable and its value.
   *
   * @param type as it was written or inferred
   */
  public record Variable(String name, String type, @Nullable Object value) {}

  /** Takes declarations of this name away; whether there were any. */
  public synchronized boolean drop(String name) {
    var all =
        shell
            .snippets()
            .filter(
                one -> one instanceof jdk.jshell.PersistentSnippet kept && kept.name().equals(name))
            .filter(one -> shell.status(one).isActive())
            .toList();
    all.forEach(one -> shell.drop(one).forEach(this::keep));
    return !all.isEmpty();
  }

  /** Whether a text is Java that can be evaluated as it stands. */
  public synchronized Completeness completeness(String text) {
    var rest = text;
    while (true) {
      var next = snippets.of(rest);
      rest = rest.substring(next.length());
      if (!Snippets.isAll(next.completeness()) || rest.isBlank()) {
        return next.completeness();
      }
    }
  }

  /** JShell's knowledge of a text, for completion and documentation. */
  public synchronized <T> T analyse(java.util.function.Function<SourceCodeAnalysis, T> question) {
    return question.apply(analysis);
  }

  /** Classes of a jar or folder, for all snippets behind this. */
  public synchronized void addToClasspath(Path file) {
    shell.addToClasspath(file.toString());
  }

  /** What snippets are loaded by; the jars that were added are here as well. */
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public void close() {
    workers.close();
    shell.close();
    Streams.close();
  }
}
