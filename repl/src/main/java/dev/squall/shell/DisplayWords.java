package dev.squall.shell;

import dev.squall.problem.Position;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.Displays;
import dev.squall.shell.display.Picture;
import dev.squall.shell.session.KnownSecrets;
import dev.squall.shell.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words about showing values where they are made; {@link Words} has them all. */
public class DisplayWords {
  private static final String ID = "display-";

  DisplayWords() {}

  /** Whether a value is nothing but the id of what was just seen. */
  static boolean isId(@Nullable Object value) {
    return value instanceof String text && text.startsWith(ID);
  }

  /**
   * Shows a value now, as the last one of a cell is shown: {@code display(table(runs(1)))}.
   *
   * @param types MIME types that it is wanted in, all that there are where none is named; a text is
   *     taken for what it is said to be: {@code display("<b>x</b>", "text/html")}
   * @return an id by which {@link #updateDisplay} shows another value in its place
   */
  public static String display(@Nullable Object value, String... types) {
    var id = ID + UUID.randomUUID();
    Session.here().front().show(render(value, types), id);
    return id;
  }

  /** Shows another value where {@link #display} showed one: a prompt shows it below. */
  public static void updateDisplay(String id, @Nullable Object value, String... types) {
    Session.here().front().update(render(value, types), id);
  }

  /**
   * A value in the forms in which it is shown, by their MIME types.
   *
   * @throws ProblemException when it has no such form
   */
  public static Bundle render(@Nullable Object value, String... types) {
    var session = Session.here();
    var shown = session.displays().show(value, session.view());
    var all = value instanceof Displayable ? shown : KnownSecrets.hidden(session, shown);
    return types.length == 0 ? all : only(all, value, types);
  }

  private static Bundle only(Bundle all, @Nullable Object value, String... types) {
    var some = Bundle.text(all.text());
    for (var type : types) {
      var form = all.data().get(type);
      if (form == null && value instanceof CharSequence) {
        form = all.text();
      }
      if (form == null) {
        throw new ProblemException(
            List.of(
                new Problem(
                    Position.in("render"),
                    "this value is not shown as " + type,
                    "there is " + String.join(", ", all.data().keySet()))));
      }
      some = some.with(type, form);
    }
    return some;
  }

  /** Takes away what the cell has shown so far. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /**
   * Takes away what the cell has shown so far.
   *
   * @param later when the next value is there, so that nothing flickers
   */
  public static void clearOutput(boolean later) {
    Session.here().front().clear(later);
  }

  /** How values are shown: {@code displays().register(Point.class, (p, view) -> html(…))}. */
  public static Displays displays() {
    return Session.here().displays();
  }

  /**
   * Asks the person, and waits for the answer.
   *
   * @throws ProblemException when nobody can be asked
   */
  public static String ask(String question) {
    return answer(question, false);
  }

  /**
   * The same of what nobody is to see while it is entered, such as a password.
   *
   * @throws ProblemException when nobody can be asked
   */
  public static String askSecretly(String question) {
    return answer(question, true);
  }

  private static String answer(String question, boolean secret) {
    return Session.here()
        .front()
        .ask(question, secret)
        .orElseThrow(() ->
            new ProblemException(
                List.of(
                    new Problem(
                        Position.in("ask"),
                        "nobody can be asked: " + question,
                        "a variable of the environment: System.getenv(\"NAME\")"))));
  }

  /** A fragment of a page, to be shown as one. It is not escaped: it must be one's own. */
  public static Bundle html(String fragment) {
    return Bundle.of(fragment, fragment);
  }

  /** Text in Markdown, to be shown as such. */
  public static Bundle markdown(String text) {
    return Bundle.text(text).with(Bundle.MARKDOWN, text);
  }

  /** A formula or a document in LaTeX: {@code latex("$\\lambda W$")}. */
  public static Bundle latex(String text) {
    return Bundle.text(text).with(Bundle.LATEX, text);
  }

  /** A drawing in SVG. */
  public static Bundle svg(String drawing) {
    return Bundle.text("a drawing of " + drawing.length() + " characters")
        .with(Bundle.SVG, drawing);
  }

  /**
   * A picture in PNG, JPEG, GIF, WebP or SVG.
   *
   * @throws ProblemException when it is none of these
   * @throws UncheckedIOException when it cannot be read
   */
  public static Bundle image(Path file) {
    try {
      return image(Files.readAllBytes(Session.here().places().work().resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The same of what is in memory, such as the body of an answer.
   *
   * @throws ProblemException when it is none of these
   */
  public static Bundle image(byte[] picture) {
    return Picture.of(picture)
        .orElseThrow(() ->
            new ProblemException(
                List.of(
                    new Problem(
                        Position.in("image"),
                        picture.length + " bytes that are no picture",
                        "PNG, JPEG, GIF, WebP or SVG"))));
  }
}
