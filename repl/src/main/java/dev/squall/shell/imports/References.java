package dev.squall.shell.imports;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Set;

/** {@code $ref} within one document. Others are told and stay what they are: nothing is fetched. */
final class References {
  private final JsonNode root;
  private final Findings findings;

  References(JsonNode root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /** The target of a reference; empty where a node is none. */
  static String target(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isTextual() ? reference.asText() : "";
  }

  /**
   * What a node stands for; missing where its reference leads nowhere, which is told.
   *
   * @param place where the node is
   */
  JsonNode resolved(JsonNode node, String place) {
    var seen = new HashSet<String>();
    var at = node;
    for (var target = target(at); !target.isEmpty(); target = target(at)) {
      at = follow(target, seen, place);
    }
    return at;
  }

  private JsonNode follow(String target, Set<String> seen, String place) {
    if (!target.startsWith("#")) {
      findings.add(
          place,
          "it refers to another document, which is not read: " + Shown.url(target),
          "bundle the documents into one file first");
      return MissingNode.getInstance();
    }
    var found = seen.add(target) ? at(target) : MissingNode.getInstance();
    if (found.isMissingNode()) {
      findings.add(place, "its reference leads nowhere: " + Shown.text(target), "");
    }
    return found;
  }

  private JsonNode at(String target) {
    var pointer = Url.decoded(target.substring(1));
    return pointer.isEmpty()
        ? root
        : pointer.startsWith("/")
            ? root.at(JsonPointer.compile(pointer))
            : MissingNode.getInstance();
  }
}
