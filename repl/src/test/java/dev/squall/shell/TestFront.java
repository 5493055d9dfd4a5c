package dev.squall.shell;

import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.View;
import dev.squall.shell.session.Front;
import dev.squall.shell.session.KeptRun;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A front that keeps what it is told, and answers what it was told to. */
public final class TestFront implements Front {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream printer = new PrintStream(printed, true, StandardCharsets.UTF_8);

  /** Everything that was shown, declared and noted. */
  public final List<String> shown = Collections.synchronizedList(new ArrayList<>());

  /** Lines that are no values. */
  public final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  /** Questions that were asked. */
  public final List<String> questions = Collections.synchronizedList(new ArrayList<>());

  /** Answers to questions, the next one first; nobody can be asked where there is none. */
  public final Deque<String> answers = new ArrayDeque<>();

  /** How it is seen. */
  public View view = View.PLAIN;

  /** What snippets read. */
  public InputStream input = InputStream.nullInputStream();

  @Override
  public PrintStream out() {
    return printer;
  }

  @Override
  public PrintStream err() {
    return printer;
  }

  @Override
  public InputStream in() {
    return input;
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Bundle bundle) {
    shown.add(bundle.text());
  }

  @Override
  public void declared(String name, String type, Bundle value) {
    shown.add(name + " = " + value.text());
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public Optional<String> ask(String question, boolean secret) {
    questions.add(question);
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public void began(KeptRun run) {}

  /** What snippets printed. */
  public String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
