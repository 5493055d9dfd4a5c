package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number that a schema allows: 1 where it may be, else the nearest end of the range. */
final class SampleNumbers {
  /** Of more digits nobody counts anything. */
  private static final int MOST_DIGITS = 30;

  private SampleNumbers() {}

  static JsonNode of(JsonNode schema) {
    var step = number(schema.path("multipleOf"), BigDecimal.ZERO);
    var unit = step.signum() > 0 ? step : BigDecimal.ONE;
    var value = BigDecimal.ONE;
    var least = schema.path("minimum");
    var most = schema.path("maximum");
    var above = schema.path("exclusiveMinimum");
    var below = schema.path("exclusiveMaximum");
    // 3.0 has a truth beside the bound, 3.1 a bound of its own.
    value = value.max(number(least, value));
    if (above.isNumber() || above.asBoolean()) {
      var bound = number(above.isNumber() ? above : least, value.subtract(unit));
      value = value.max(bound.add(unit));
    }
    value = value.min(number(most, value));
    if (below.isNumber() || below.asBoolean()) {
      var bound = number(below.isNumber() ? below : most, value.add(unit));
      value = value.min(bound.subtract(unit));
    }
    if (step.signum() > 0) {
      var up = value.divide(step, 0, RoundingMode.CEILING).multiply(step);
      value = up.compareTo(number(most, up)) <= 0 ? up : up.subtract(step);
    }
    return schema.path("type").asText().equals("integer")
        ? JsonNodeFactory.instance.numberNode(
            value.setScale(0, RoundingMode.CEILING).toBigInteger())
        : DecimalNode.valueOf(value);
  }

  private static BigDecimal number(JsonNode node, BigDecimal otherwise) {
    if (!node.isNumber()) {
      return otherwise;
    }
    var number = node.decimalValue();
    return Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
        ? otherwise
        : number;
  }
}
