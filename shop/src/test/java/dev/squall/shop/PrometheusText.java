package dev.squall.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Prometheus' text format 0.0.4, read strictly, after the words of its specification and not by the
 * library that writes it.
 */
final class PrometheusText {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (" + NAME + ") (?:.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? ([-+]?(?:\\d[\\d.eE+-]*|Inf)|NaN)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\\\\\"\\n]|\\\\[\\\\\"n])*)\"(,|$)");

  /** One line of it. */
  record Series(String name, Map<String, String> labels) {}

  private final Map<Series, Double> samples = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  static PrometheusText read(String text) {
    assertThat(text).endsWith("\n").doesNotContain("\r", "\n\n");
    var read = new PrometheusText();
    var done = new HashSet<String>();
    var family = "";
    for (var line : text.lines().toList()) {
      var about = read.familyOf(line);
      if (!about.equals(family)) {
        assertThat(done.add(about)).as("all lines of %s stand together", about).isTrue();
        family = about;
      }
      read.take(line);
    }
    return read;
  }

  /** The value of the one series with exactly these labels, given as name, value, name, value. */
  double value(String name, String... labels) {
    var wanted = new TreeMap<String, String>();
    for (var i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    var series = new Series(name, wanted);
    assertThat(samples).containsKey(series);
    return samples.get(series);
  }

  Map<Series, Double> samples() {
    return samples;
  }

  /** The type of every metric by its name. */
  Map<String, String> types() {
    return types;
  }

  private void take(String line) {
    if (line.startsWith("#")) {
      assertThat(line).matches(COMMENT);
      var type = TYPE.matcher(line);
      if (type.matches()) {
        assertThat(types.put(type.group(1), type.group(2))).as("one type: %s", line).isNull();
      } else {
        assertThat(line).startsWith("# HELP ");
      }
      return;
    }
    var sample = SAMPLE.matcher(line);
    assertThat(sample.matches()).as(line).isTrue();
    var series = new Series(sample.group(1), labels(sample.group(2)));
    assertThat(types).as("typed before: %s", line).containsKey(familyOf(line));
    var value = Double.valueOf(sample.group(3).replace("Inf", "Infinity"));
    assertThat(samples.put(series, value)).as("once: %s", line).isNull();
  }

  private String familyOf(String line) {
    var comment = COMMENT.matcher(line);
    if (comment.matches()) {
      return comment.group(2);
    }
    var name = line.split("[ {]", 2)[0];
    var base = name.replaceFirst("_(bucket|count|sum)$", "");
    return "histogram".equals(types.get(base)) ? base : name;
  }

  private static Map<String, String> labels(String text) {
    var labels = new TreeMap<String, String>();
    if (text == null || text.isEmpty()) {
      return labels;
    }
    var label = LABEL.matcher(text);
    var end = 0;
    do {
      assertThat(label.find(end) && label.start() == end).as(text).isTrue();
      var value = label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
      assertThat(labels.put(label.group(1), value)).as("once: %s", text).isNull();
      end = label.end();
    } while (!label.group(3).isEmpty());
    return labels;
  }
}
