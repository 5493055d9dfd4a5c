package dev.squall.shell.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The entries of one source file: what is public in it, in the order of the file. */
final class SourceEntries {
  /** Classes of this ending are imported at start-up: what is static in them is a word. */
  private static final String OF_WORDS = "Words";

  private static final List<String> MORE_WORDS = List.of("Squall", "Analysis");

  private final List<Entry> entries = new ArrayList<>();
  private final Comments comments;
  private final DocTrees trees;
  private final String room;

  private SourceEntries(DocTrees trees, String room, Map<String, String> constants) {
    this.trees = trees;
    this.room = room;
    comments = new Comments(trees, constants);
  }

  /**
   * The entries of a file.
   *
   * @param constants the values of constants of all files by {@code Type.NAME}
   */
  static List<Entry> of(CompilationUnitTree file, DocTrees trees, Map<String, String> constants) {
    var room = file.getPackageName() == null ? "" : file.getPackageName().toString();
    var source = new SourceEntries(trees, room, constants);
    for (var type : file.getTypeDecls()) {
      if (type instanceof ClassTree named
          && (isPublic(named.getModifiers().getFlags()) || isOfWords(named.getSimpleName()))) {
        source.type(new TreePath(new TreePath(file), named), "");
      }
    }
    return List.copyOf(source.entries);
  }

  private static boolean isPublic(Iterable<Modifier> flags) {
    for (var flag : flags) {
      if (flag == Modifier.PUBLIC || flag == Modifier.PROTECTED) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWords(CharSequence type) {
    return type.toString().endsWith(OF_WORDS) || MORE_WORDS.contains(type.toString());
  }

  private void type(TreePath path, String enclosing) {
    var type = (ClassTree) path.getLeaf();
    var name =
        enclosing.isEmpty() ? "" + type.getSimpleName() : enclosing + "." + type.getSimpleName();
    var comment = trees.getDocCommentTree(path);
    var components =
        type.getMembers().stream()
            .filter(member -> isComponent(type, member))
            .map(VariableTree.class::cast)
            .toList();
    entries.add(
        comments.described(
            comment,
            new Entry(
                Entry.Kind.TYPE,
                room,
                enclosing,
                "" + type.getSimpleName(),
                components.stream().map(Signatures::type).map(Signatures::simple).toList(),
                supertypes(type),
                Signatures.of(type, name, components.stream()),
                "",
                "",
                List.of(),
                "",
                List.of(),
                ""),
            name));
    for (var component : components) {
      component(component, name, comment);
    }
    for (var member : type.getMembers()) {
      var place = new TreePath(path, member);
      switch (member) {
        case ClassTree inner when isOpen(type, inner.getModifiers().getFlags()) ->
            type(place, name);
        case MethodTree method when isOpen(type, method.getModifiers().getFlags()) ->
            method(place, type, name);
        case VariableTree variable when isConstant(type, variable) -> constant(place, name);
        default -> {
          // Private, or a block of initialisation.
        }
      }
    }
  }

  private static List<String> supertypes(ClassTree type) {
    return Stream.concat(
            Stream.ofNullable(type.getExtendsClause()), type.getImplementsClause().stream())
        .map(Tree::toString)
        .map(Signatures::simple)
        .toList();
  }

  private static boolean isComponent(ClassTree type, Tree member) {
    return type.getKind() == Tree.Kind.RECORD
        && member instanceof VariableTree variable
        && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static boolean isConstant(ClassTree type, VariableTree variable) {
    var flags = variable.getModifiers().getFlags();
    return (type.getKind() == Tree.Kind.INTERFACE || flags.contains(Modifier.STATIC))
        && isOpen(type, flags);
  }

  /** What an interface declares is public without saying so. */
  private static boolean isOpen(ClassTree type, Iterable<Modifier> flags) {
    if (type.getKind() != Tree.Kind.INTERFACE) {
      return isPublic(flags);
    }
    for (var flag : flags) {
      if (flag == Modifier.PRIVATE) {
        return false;
      }
    }
    return true;
  }

  private void component(VariableTree component, String owner, @Nullable DocCommentTree comment) {
    var name = component.getName().toString();
    var text = comment == null ? "" : comments.parameter(comment, name, owner);
    entries.add(
        new Entry(
            Entry.Kind.COMPONENT,
            room,
            owner,
            name,
            List.of(),
            List.of(),
            Signatures.type(component) + " " + owner + "." + name + "()",
            Markdown.firstSentence(text),
            text,
            List.of(),
            "",
            List.of(),
            ""));
  }

  private void method(TreePath path, ClassTree type, String owner) {
    var method = (MethodTree) path.getLeaf();
    var comment = trees.getDocCommentTree(path);
    boolean constructor = method.getReturnType() == null;
    var flags = method.getModifiers().getFlags();
    // What overrides is described where it is declared first.
    if (comment == null && (constructor || overrides(method))) {
      return;
    }
    if (constructor && type.getKind() == Tree.Kind.RECORD && method.getParameters().isEmpty()) {
      return;
    }
    boolean word = flags.contains(Modifier.STATIC) && isOfWords(type.getSimpleName());
    var name = constructor ? "" + type.getSimpleName() : "" + method.getName();
    entries.add(
        comments.described(
            comment,
            new Entry(
                constructor ? Entry.Kind.CONSTRUCTOR : word ? Entry.Kind.WORD : Entry.Kind.METHOD,
                room,
                owner,
                name,
                method.getParameters().stream()
                    .map(Signatures::type)
                    .map(Signatures::simple)
                    .toList(),
                List.of(),
                Signatures.of(method, word ? name : constructor ? owner : owner + "." + name),
                "",
                "",
                List.of(),
                "",
                List.of(),
                ""),
            owner));
  }

  private static boolean overrides(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
  }

  private void constant(TreePath path, String owner) {
    var constant = (VariableTree) path.getLeaf();
    entries.add(
        comments.described(
            trees.getDocCommentTree(path),
            new Entry(
                Entry.Kind.CONSTANT,
                room,
                owner,
                constant.getName().toString(),
                List.of(),
                List.of(),
                Signatures.type(constant) + " " + owner + "." + constant.getName(),
                "",
                "",
                List.of(),
                "",
                List.of(),
                ""),
            owner));
  }
}
