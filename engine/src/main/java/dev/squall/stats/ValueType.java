package dev.squall.stats;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of text an extracted value is. */
enum ValueType {
  INTEGER,
  NUMBER,
  BOOLEAN,
  UUID,
  OBJECT,
  ARRAY,
  TEXT;

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final Pattern HEX =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name in tables and files. */
  String label() {
    return label;
  }

  static ValueType of(String value) {
    if (WHOLE.matcher(value).matches()) {
      return INTEGER;
    }
    if (DECIMAL.matcher(value).matches()) {
      return NUMBER;
    }
    if (value.equals("true") || value.equals("false")) {
      return BOOLEAN;
    }
    if (HEX.matcher(value).matches()) {
      return UUID;
    }
    return value.startsWith("{") && value.endsWith("}")
        ? OBJECT
        : value.startsWith("[") && value.endsWith("]") ? ARRAY : TEXT;
  }

  /** What values of either type are. */
  ValueType or(ValueType other) {
    if (this == other) {
      return this;
    }
    return isNumber() && other.isNumber() ? NUMBER : TEXT;
  }

  private boolean isNumber() {
    return this == INTEGER || this == NUMBER;
  }

  /** The same by name; what is no name of a type is a text. */
  static String both(String one, String other) {
    return named(one).or(named(other)).label();
  }

  private static ValueType named(String label) {
    for (var type : values()) {
      if (type.label.equals(label)) {
        return type;
      }
    }
    return TEXT;
  }
}
