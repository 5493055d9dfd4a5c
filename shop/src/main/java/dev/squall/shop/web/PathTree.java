package dev.squall.shop.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/** Routes with parameters in their paths, by the parts of the path; a literal part goes first. */
final class PathTree {

  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    final Map<String, Leaf> routes = new HashMap<>();
    final Map<String, Leaf> rests = new HashMap<>();
    @Nullable Node parameter;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  private record Leaf(Route route, String[] template) {}

  private final Node root = new Node();

  void add(Route route) {
    var template = parts(route.template());
    var leaf = new Leaf(route, template);
    var node = root;
    for (var part : template) {
      if (isRest(part)) {
        node.rests.put(route.method(), leaf);
        return;
      }
      if (isParameter(part)) {
        node.parameter = node.parameter == null ? new Node() : node.parameter;
        node = node.parameter;
      } else {
        node = node.literals.computeIfAbsent(part, p -> new Node());
      }
    }
    node.routes.put(route.method(), leaf);
  }

  /** The route of that path and method, or null. */
  Routes.@Nullable Found find(String method, String path) {
    var parts = parts(path);
    var leaf = leaves(root, parts, 0).get(method);
    return leaf == null ? null : new Routes.Found(leaf.route(), parameters(leaf, parts));
  }

  /** The routes of that path by their method. */
  Map<String, ?> methods(String path) {
    return leaves(root, parts(path), 0);
  }

  private static Map<String, Leaf> leaves(Node node, String[] parts, int depth) {
    if (depth == parts.length) {
      return node.routes;
    }
    var part = parts[depth];
    var literal = node.literals.get(part);
    var found = literal == null ? Map.<String, Leaf>of() : leaves(literal, parts, depth + 1);
    if (found.isEmpty() && node.parameter != null && !part.isEmpty()) {
      found = leaves(node.parameter, parts, depth + 1);
    }
    return found.isEmpty() ? node.rests : found;
  }

  private static Map<String, String> parameters(Leaf leaf, String[] parts) {
    var values = HashMap.<String, String>newHashMap(2);
    for (var i = 0; i < leaf.template().length; i++) {
      var part = leaf.template()[i];
      if (isRest(part)) {
        var rest = String.join("/", Arrays.asList(parts).subList(i, parts.length));
        values.put(part.substring(1, part.length() - "...}".length()), decoded(rest));
      } else if (isParameter(part)) {
        values.put(part.substring(1, part.length() - 1), decoded(parts[i]));
      }
    }
    return values;
  }

  private static String decoded(String part) {
    // A canonical path keeps %2F and %25, because a slash would mean something else there.
    return part.indexOf('%') < 0 ? part : URIUtil.decodePath(part);
  }

  private static boolean isParameter(String part) {
    return part.startsWith("{");
  }

  private static boolean isRest(String part) {
    return part.endsWith("...}");
  }

  private static String[] parts(String path) {
    return path.substring(1).split("/", -1);
  }
}
