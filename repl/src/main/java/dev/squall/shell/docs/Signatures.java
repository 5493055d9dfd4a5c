package dev.squall.shell.docs;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Declarations as a person reads them, and types as two spellings of one are compared. */
final class Signatures {
  private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^()]*\\))?\\s*");
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])");

  private Signatures() {}

  static String of(MethodTree method, String spoken) {
    var types = method.getTypeParameters();
    var generic =
        types.isEmpty()
            ? ""
            : types.stream().map(Tree::toString).collect(Collectors.joining(", ", "<", "> "));
    var returned = method.getReturnType();
    return generic
        + (returned == null ? "new " : plain(returned.toString()) + " ")
        + spoken
        + method.getParameters().stream()
            .map(parameter -> type(parameter) + " " + parameter.getName())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  static String of(ClassTree type, String spoken, Stream<? extends VariableTree> components) {
    var generic =
        type.getTypeParameters().isEmpty()
            ? ""
            : type.getTypeParameters().stream()
                .map(Tree::toString)
                .collect(Collectors.joining(", ", "<", ">"));
    var listed = components.map(component -> type(component) + " " + component.getName()).toList();
    return word(type.getKind())
        + spoken
        + generic
        + (type.getKind() == Tree.Kind.RECORD ? "(" + String.join(", ", listed) + ")" : "");
  }

  private static String word(Tree.Kind kind) {
    return switch (kind) {
      case RECORD -> "record ";
      case INTERFACE -> "interface ";
      case ENUM -> "enum ";
      case ANNOTATION_TYPE -> "@interface ";
      default -> "class ";
    };
  }

  /** A parameter's type as it was written; the compiler gives a variable number as an array. */
  static String type(VariableTree variable) {
    var type = plain(variable.getType().toString());
    return type.endsWith("[]") && variable.toString().contains("... ")
        ? type.substring(0, type.length() - 2) + "..."
        : type;
  }

  /** Without annotations and packages. */
  static String plain(String type) {
    return PACKAGE.matcher(ANNOTATION.matcher(type).replaceAll("")).replaceAll("").strip();
  }

  /** Without type arguments and enclosing types too: {@code Map.Entry<K, V>} is {@code Entry}. */
  static String simple(String type) {
    var bare = new StringBuilder();
    int depth = 0;
    for (char c : plain(type).toCharArray()) {
      depth += c == '<' ? 1 : 0;
      if (depth == 0) {
        bare.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    var dots = bare.toString().endsWith("...") ? "..." : "";
    var name = bare.substring(0, bare.length() - dots.length()).strip();
    return name.substring(name.lastIndexOf('.') + 1) + dots;
  }

  /** Splits at the commas that are inside no brackets. */
  static List<String> parts(String list) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < list.length(); i++) {
      switch (list.charAt(i)) {
        case '<', '(' -> depth++;
        case '>', ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(list.substring(from, i).strip());
            from = i + 1;
          }
        }
        default -> {
          // A letter of a part.
        }
      }
    }
    if (!list.substring(from).isBlank()) {
      parts.add(list.substring(from).strip());
    }
    return parts;
  }
}
