package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.squall.problem.Problem;
import dev.squall.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A graph of YAML nodes as a tree of JSON: what an alias names stands there once more. A few lines
 * of aliases can name billions of nodes, so they are counted.
 */
final class YamlTree {
  private static final int MOST_NODES = 1_000_000;

  /** A number of more digits is a text that somebody forgot to quote. */
  private static final int MOST_DIGITS = 400;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final String text;
  private int nodes;

  YamlTree(String file, String text) {
    this.file = file;
    this.text = text;
  }

  JsonNode of(@Nullable Node root) {
    return root == null ? JSON.missingNode() : of(root, 0);
  }

  private JsonNode of(Node node, int depth) {
    count(node, depth);
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> {
        var array = JSON.arrayNode();
        sequence.getValue().forEach(item -> array.add(of(item, depth + 1)));
        yield array;
      }
      case MappingNode mapping -> mapping(mapping, depth);
      case Node other -> throw wrong(other, "there is nothing like it in JSON");
    };
  }

  private void count(Node node, int depth) {
    if (++nodes > MOST_NODES) {
      throw wrong(node, "with its aliases it holds more than " + MOST_NODES + " values");
    }
    if (depth > JsonText.DEEPEST) {
      throw wrong(node, "it is nested deeper than " + JsonText.DEEPEST + " levels, or in itself");
    }
  }

  private ObjectNode mapping(MappingNode mapping, int depth) {
    var object = JSON.objectNode();
    var own = new HashSet<String>();
    for (var pair : mapping.getValue()) {
      if (!(pair.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(pair.getKeyNode(), "a key is a text");
      }
      if (key.getTag().equals(Tag.MERGE)) {
        merge(pair.getValueNode(), object, depth);
      } else if (own.add(key.getValue())) {
        object.set(key.getValue(), of(pair.getValueNode(), depth + 1));
      } else {
        throw wrong(key, "the key " + Shown.text(key.getValue()) + " stands here twice");
      }
    }
    return object;
  }

  /** What the mapping has itself counts, wherever the merge stands. */
  private void merge(Node from, ObjectNode into, int depth) {
    count(from, depth);
    switch (from) {
      case MappingNode mapping ->
          mapping(mapping, depth + 1)
              .properties()
              .forEach(each -> into.putIfAbsent(each.getKey(), each.getValue()));
      case SequenceNode sequence ->
          sequence.getValue().forEach(each -> merge(each, into, depth + 1));
      case Node other -> throw wrong(other, "<< takes mappings only");
    }
  }

  private static JsonNode scalar(ScalarNode scalar) {
    var value = scalar.getValue();
    var tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(value.equalsIgnoreCase("true"));
    }
    if (value.length() <= MOST_DIGITS && (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT))) {
      return number(value);
    }
    return JSON.textNode(value);
  }

  private static JsonNode number(String value) {
    try {
      if (value.startsWith("0x")) {
        return JSON.numberNode(new BigInteger(value.substring(2), 16));
      }
      if (value.startsWith("0o")) {
        return JSON.numberNode(new BigInteger(value.substring(2), 8));
      }
      return DecimalNode.valueOf(new BigDecimal(value));
    } catch (NumberFormatException _) {
      return JSON.textNode(value);
    }
  }

  private ProblemException wrong(Node node, String what) {
    var mark = node.getStartMark();
    return new ProblemException(
        List.of(
            new Problem(
                Places.inText(file, text, mark.getLine() + 1, mark.getColumn() + 1),
                "this YAML is not read: " + what,
                "")));
  }
}
