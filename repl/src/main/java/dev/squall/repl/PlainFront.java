package dev.squall.repl;

import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.KeptRun;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Nobody to talk to: values on one stream, words beside them on the other. */
public final class PlainFront implements Front {
  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;
  private final View view;

  /** Writes here, and lets snippets read there. */
  public PlainFront(PrintStream out, PrintStream err, InputStream in, View view) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.view = view;
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Bundle bundle) {
    if (!bundle.text().isEmpty()) {
      out.println(bundle.text());
    }
  }

  @Override
  public void declared(String name, String type, Bundle value) {
    // a script declares for itself, and prints what somebody is to see
  }

  @Override
  public void defined(String sentence) {
    // nor does it need to be told what it does
  }

  @Override
  public void note(String text) {
    err.println(text);
  }

  @Override
  public Optional<String> ask(String question, boolean secret) {
    return Optional.empty();
  }

  @Override
  public void began(KeptRun run) {
    // what it came to is what a script shows
  }
}
