package dev.squall.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A reader of Prometheus's text format 0.0.4 that is not the library's, and refuses what Prometheus
 * would refuse or promtool would complain about.
 *
 * @param types of each family
 * @param samples in the order of the text, without the run's id
 * @param runIds what the samples' label of that name said
 */
record Exposition(Map<String, String> types, Map<String, Double> samples, List<String> runIds) {
  private static final String NAME = "[a-zA-Z_][a-zA-Z0-9_]*";
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? ([-+0-9.eEInf]+)");
  private static final Pattern LABEL =
      Pattern.compile("(" + NAME + ")=\"((?:[^\"\\\\\n]|\\\\[\"\\\\n])*)\"(?:,|$)");

  static Exposition parse(String text) {
    assertThat(text).endsWith("\n");
    var read = new Exposition(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    var helped = new HashMap<String, String>();
    var family = "";
    for (var line : text.lines().toList()) {
      var help = HELP.matcher(line);
      var type = TYPE.matcher(line);
      var sample = SAMPLE.matcher(line);
      if (help.matches()) {
        assertThat(helped.put(help.group(1), help.group(2))).as(line).isNull();
      } else if (type.matches()) {
        family = type.group(1);
        assertThat(helped).as(line).containsKey(family);
        assertThat(read.types.put(family, type.group(2))).as(line).isNull();
      } else {
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(read.familyOf(sample.group(1))).as(line).isEqualTo(family);
        read.add(sample.group(1), sample.group(2), Double.parseDouble(number(sample.group(3))));
      }
    }
    read.checkHistograms();
    return read;
  }

  private static String number(String text) {
    return text.replace("Inf", "Infinity");
  }

  private String familyOf(String sample) {
    return switch (types.get(sample)) {
      case "counter" -> {
        assertThat(sample).endsWith("_total");
        yield sample;
      }
      case "gauge" -> {
        assertThat(sample).doesNotEndWith("_total").doesNotEndWith("_count");
        yield sample;
      }
      case null -> sample.replaceFirst("_(bucket|count|sum)$", "");
      default -> throw new AssertionError(sample);
    };
  }

  private void add(String name, String labels, double value) {
    assertThat(value).isNotNaN();
    var read = new TreeMap<String, String>();
    var label = LABEL.matcher(labels == null ? "" : labels);
    int end = 0;
    while (label.find()) {
      assertThat(label.start()).isEqualTo(end);
      end = label.end();
      assertThat(read.put(label.group(1), label.group(2))).as(labels).isNull();
    }
    assertThat(end).as(labels).isEqualTo(labels == null ? 0 : labels.length());
    runIds.add(read.remove("run_id"));
    assertThat(samples.put(name + read, value)).as(name + read).isNull();
  }

  private void checkHistograms() {
    types.forEach((family, type) -> {
      if (type.equals("histogram")) {
        samples.forEach((sample, count) -> {
          if (sample.startsWith(family + "_count{")) {
            checkBuckets(family, sample.substring((family + "_count").length()), count);
          }
        });
      }
    });
  }

  /** Cumulative, and all of it under the last one. */
  private void checkBuckets(String family, String labels, double count) {
    double last = 0;
    int buckets = 0;
    for (var sample : samples.entrySet()) {
      var name = sample.getKey().replaceFirst("(, )?le=[^,}]*(?:, (?=\\w))?", "");
      if (sample.getKey().contains("le=") && name.equals(family + "_bucket" + labels)) {
        assertThat(sample.getValue()).as(sample.getKey()).isGreaterThanOrEqualTo(last);
        last = sample.getValue();
        buckets++;
      }
    }
    assertThat(buckets).as(family + labels).isEqualTo(Distribution.BOUNDS.length);
    assertThat(last).as(family + labels).isEqualTo(count);
    assertThat(samples).containsKey(family + "_sum" + labels);
  }

  /** A sample; its labels in the order of the alphabet: {@code name{a=1, b=2}}. */
  double value(String sample) {
    assertThat(samples).containsKey(sample);
    return samples.get(sample);
  }
}
