package dev.squall.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A node of a results file that knows its place; whoever asks for what is not there is told where.
 *
 * @param node an object
 * @param path where it stands, {@code steps[3]}; empty for the whole
 */
record JsonFields(JsonNode node, String path) {

  /** What makes a text no results file. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Malformed(String what) {
      super(what, null, false, false);
    }
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private JsonNode get(String name) {
    var field = node.get(name);
    if (field == null) {
      throw new Malformed(at(name) + " is missing");
    }
    return field;
  }

  private Malformed wrong(String name, String wanted) {
    return new Malformed(at(name) + " is no " + wanted);
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  JsonFields in(String name) {
    var field = get(name);
    if (!field.isObject()) {
      throw wrong(name, "object");
    }
    return new JsonFields(field, at(name));
  }

  List<JsonFields> list(String name) {
    var field = get(name);
    if (!field.isArray()) {
      throw wrong(name, "list");
    }
    var all = new ArrayList<JsonFields>();
    for (var element : field) {
      var place = at(name) + "[" + all.size() + "]";
      if (!element.isObject()) {
        throw new Malformed(place + " is no object");
      }
      all.add(new JsonFields(element, place));
    }
    return all;
  }

  List<String> texts(String name) {
    var all = new ArrayList<String>();
    for (var element : get(name)) {
      if (!element.isTextual()) {
        throw wrong(name, "list of texts");
      }
      all.add(element.textValue());
    }
    return all;
  }

  String text(String name) {
    var field = get(name);
    if (!field.isTextual()) {
      throw wrong(name, "text");
    }
    return field.textValue();
  }

  Optional<String> textIfAny(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean flag(String name) {
    var field = get(name);
    if (!field.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return field.booleanValue();
  }

  double number(String name) {
    var field = get(name);
    if (!field.isNumber() || !Double.isFinite(field.doubleValue())) {
      throw wrong(name, "number");
    }
    return field.doubleValue();
  }

  long whole(String name) {
    var field = get(name);
    if (!field.canConvertToLong() || !field.canConvertToExactIntegral()) {
      throw wrong(name, "whole number");
    }
    return field.longValue();
  }

  int small(String name) {
    long value = whole(name);
    if (value != (int) value) {
      throw wrong(name, "number of that size");
    }
    return (int) value;
  }

  /** Milliseconds with microsecond digits, in microseconds. */
  long micros(String name) {
    return Math.round(number(name) * 1e3);
  }

  /** The distribution of a block of times, {@code connect} for {@code connect_ms}. */
  Latencies times(String name) {
    var censored = name + "_censored_hdr";
    return new Latencies(counts(name + "_hdr"), has(censored) ? counts(censored) : Counts.NONE, 0);
  }

  private Counts counts(String name) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text(name)));
      var tally = new Tally();
      for (var value : Histogram.decodeFromCompressedByteBuffer(bytes, 0).recordedValues()) {
        long micros = value.getValueIteratedTo();
        tally.add(Buckets.index(micros), value.getCountAtValueIteratedTo(), micros);
      }
      return tally.counts();
    } catch (DataFormatException | RuntimeException e) {
      throw wrong(name, "histogram");
    }
  }
}
