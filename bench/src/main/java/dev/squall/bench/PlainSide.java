package dev.squall.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** JShell as it is, in this process. */
final class PlainSide implements SnippetSide {
  private final JShell shell =
      JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build();

  PlainSide(List<String> imports) {
    imports.forEach(shell::eval);
  }

  @Override
  public Optional<String> perform(String snippet) {
    return shell.eval(snippet).stream()
        .filter(event -> event.causeSnippet() == null)
        .map(this::failure)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> failure(SnippetEvent event) {
    if (event.status() == Snippet.Status.REJECTED) {
      return Optional.of(
          shell
              .diagnostics(event.snippet())
              .map(one -> one.getMessage(Locale.ROOT))
              .collect(Collectors.joining("\n")));
    }
    return Optional.ofNullable(event.exception())
        .map(thrown ->
            (thrown instanceof EvalException told ? told.getExceptionClassName() : thrown)
                + Stream.of(thrown.getStackTrace())
                    .map(frame -> "\n    at " + frame)
                    .collect(Collectors.joining()));
  }

  @Override
  public void stop() {
    shell.stop();
  }

  @Override
  public Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    shell
        .variables()
        .filter(one -> shell.status(one) == Snippet.Status.VALID) // it throws when asked for others
        .forEach(one -> values.put(one.name(), value(one)));
    return values;
  }

  private String value(VarSnippet variable) {
    var text = shell.varValue(variable);
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  @Override
  public List<String> imports() {
    return shell.imports().map(Snippet::source).toList();
  }

  @Override
  public void close() {
    shell.close();
  }
}
