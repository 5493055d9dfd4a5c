package dev.squall.shell.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTrees;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what a doc comment says into an entry. */
record Comments(DocTrees trees, Map<String, String> constants) {

  /**
   * The entry with what its comment says.
   *
   * @param type the type in which the comment stands, where {@code #NAME} is looked for
   */
  Entry described(@Nullable DocCommentTree comment, Entry bare, String type) {
    if (comment == null) {
      return bare;
    }
    return new Entry(
        bare.kind(),
        bare.room(),
        bare.owner(),
        bare.name(),
        bare.types(),
        bare.supertypes(),
        bare.signature(),
        Markdown.plain(markdown(comment.getFirstSentence(), type)),
        markdown(comment.getFullBody(), type),
        parameters(comment, type),
        tags(comment, ReturnTree.class)
            .findFirst()
            .map(tag -> markdown(tag.getDescription(), type))
            .orElse(""),
        tags(comment, ThrowsTree.class)
            .map(tag ->
                new Entry.Note(
                    CommentMarkdown.word(tag.getExceptionName().getSignature()),
                    markdown(tag.getDescription(), type)))
            .toList(),
        example(comment));
  }

  /** What the comment of a record says of a component, or nothing. */
  String parameter(DocCommentTree comment, String name, String type) {
    return parameters(comment, type).stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(Entry.Note::text)
        .findFirst()
        .orElse("");
  }

  private List<Entry.Note> parameters(DocCommentTree comment, String type) {
    return tags(comment, ParamTree.class)
        .filter(tag -> !tag.isTypeParameter())
        .map(tag -> new Entry.Note(tag.getName().toString(), markdown(tag.getDescription(), type)))
        .toList();
  }

  private static String example(DocCommentTree comment) {
    for (var part : comment.getFullBody()) {
      if (part instanceof SnippetTree snippet && snippet.getBody() != null) {
        return snippet.getBody().getBody().stripIndent().strip();
      }
    }
    return "";
  }

  private static <T extends DocTree> Stream<T> tags(DocCommentTree comment, Class<T> kind) {
    return comment.getBlockTags().stream().filter(kind::isInstance).map(kind::cast);
  }

  private String markdown(List<? extends DocTree> parts, String type) {
    return CommentMarkdown.of(parts, trees, reference -> constant(reference, type));
  }

  private String constant(String reference, String type) {
    var name = CommentMarkdown.word(reference);
    var own = type.substring(type.lastIndexOf('.') + 1) + "." + name;
    var value = constants.get(name.contains(".") ? name : own);
    return value == null ? name : value;
  }
}
