package dev.squall.bench;

import dev.squall.shell.Reply.Failure;
import dev.squall.shell.Shell;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.KeptRun;
import dev.squall.shell.session.Places;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.Snippet;

/** Squall's session, with all that it does about a snippet, behind a front that shows nothing. */
final class SquallSide implements SnippetSide {
  private final Front front = new Nobody();
  private final Shell shell;

  SquallSide(Path folder) {
    shell = Shell.open(new Places(folder, folder, folder, _ -> Optional.empty()));
  }

  @Override
  public Optional<String> perform(String snippet) {
    return shell.evaluate(snippet, front).failure().map(Failure::text);
  }

  @Override
  public void stop() {
    shell.stop();
  }

  @Override
  public Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    shell
        .session()
        .java()
        .variables()
        .forEach(one -> values.put(one.name(), String.valueOf(one.value())));
    return values;
  }

  @Override
  public List<String> imports() {
    return shell.session().java().snippets().stream()
        .filter(ImportSnippet.class::isInstance)
        .map(Snippet::source)
        .toList();
  }

  @Override
  public void close() {
    shell.close();
  }

  private static final class Nobody implements Front {
    private final PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @Override
    public PrintStream out() {
      return nowhere;
    }

    @Override
    public PrintStream err() {
      return nowhere;
    }

    @Override
    public InputStream in() {
      return InputStream.nullInputStream();
    }

    @Override
    public View view() {
      return View.PLAIN;
    }

    @Override
    public void show(Bundle bundle) {}

    @Override
    public void declared(String name, String type, Bundle value) {}

    @Override
    public void note(String text) {}

    @Override
    public Optional<String> ask(String question, boolean secret) {
      return Optional.empty();
    }

    @Override
    public void began(KeptRun run) {}
  }
}
