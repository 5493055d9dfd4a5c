package dev.squall.shell.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several forms, of which whoever shows it takes the best that he can.
 *
 * @param data by MIME type: a text, or a JSON node where the type ends in {@code json}; {@code
 *     text/plain} is always there
 */
public record Bundle(Map<String, Object> data) {
  /** For terminals. */
  public static final String TEXT = "text/plain";

  /** A fragment of a page. */
  public static final String HTML = "text/html";

  /** Text with marks of Markdown. */
  public static final String MARKDOWN = "text/markdown";

  /** Formulas. */
  public static final String LATEX = "text/latex";

  /** A picture. */
  public static final String SVG = "image/svg+xml";

  /** A chart that a notebook draws itself. */
  public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  public Bundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /** Nothing but text. */
  public static Bundle text(String text) {
    return new Bundle(Map.of(TEXT, text));
  }

  /** Text, and the same as a fragment of a page. */
  public static Bundle of(String text, String html) {
    return text(text).with(HTML, html);
  }

  /** With one more form. */
  public Bundle with(String type, Object form) {
    var more = new LinkedHashMap<>(data);
    more.put(type, form);
    return new Bundle(more);
  }

  /** As text. */
  public String text() {
    return String.valueOf(data.get(TEXT));
  }

  @Override
  public String toString() {
    return text();
  }
}
