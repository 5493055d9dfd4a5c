package dev.squall.shell.command;

import dev.squall.shell.display.Bundle;
import dev.squall.shell.display.Displayable;
import dev.squall.shell.display.View;
import dev.squall.shell.docs.Documentation;
import dev.squall.shell.docs.Topics;
import dev.squall.shell.eval.JavaSession;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to read of a word: ours first, then what JShell knows of the JDK. */
public final class Documents {
  private final Documentation ours;

  /** With Squall's own. */
  public Documents(Documentation ours) {
    this.ours = ours;
  }

  /** Of a word, a member such as {@code Users.during}, or a topic. */
  public Optional<Displayable> of(String word, JavaSession java) {
    var topic = Topics.of(word);
    if (topic.isPresent()) {
      return topic.map(found -> page(found.markdown(), found::text, found.html()));
    }
    return ours(word).or(() -> jdk(word, java));
  }

  private Optional<Displayable> ours(String signature) {
    return ours.markdown(signature)
        .map(markdown ->
            page(
                markdown,
                width -> ours.text(signature, width).orElse(""),
                ours.html(signature).orElse("")));
  }

  private static Optional<Displayable> jdk(String word, JavaSession java) {
    return at(word, word.length(), java);
  }

  /** What JShell knows of what a place of some code is about, such as a call that is begun. */
  public static Optional<Displayable> at(String code, int cursor, JavaSession java) {
    var known = java.analyse(analysis -> analysis.documentation(code, cursor, true));
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(view ->
            Bundle.text(
                known.stream()
                    .map(one -> one.signature() + plain(one.javadoc()))
                    .collect(Collectors.joining("\n\n"))));
  }

  private static String plain(@org.jspecify.annotations.Nullable String comment) {
    return comment == null
        ? ""
        : "\n  " + comment.replaceAll("<[^>]+>|\\{@\\w+ |}", "").strip().replace("\n", "\n  ");
  }

  /** Words that are written nearly like this one. */
  public String like(String word) {
    var near = ours.wordsLike(word);
    return near.isEmpty()
        ? "?load, ?percentiles and ?trust are topics"
        : "did you mean " + String.join(", ", near) + "?";
  }

  private static Displayable page(
      String markdown, java.util.function.IntFunction<String> text, String html) {
    return view -> shown(markdown, text, html, view);
  }

  private static Bundle shown(
      String markdown, java.util.function.IntFunction<String> text, String html, View view) {
    return Bundle.of(text.apply(view.columns()).stripTrailing(), html)
        .with("text/markdown", markdown);
  }
}
