package dev.squall.shell.docs;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.RawTextTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A doc comment, or a part of one, as Markdown. One use each. */
final class CommentMarkdown extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {
  private final MarkdownWriter out = new MarkdownWriter();
  private final DocTrees trees;
  private final UnaryOperator<String> constants;

  private CommentMarkdown(DocTrees trees, UnaryOperator<String> constants) {
    this.trees = trees;
    this.constants = constants;
  }

  /**
   * The Markdown of some part of a comment.
   *
   * @param constants the value of a constant that is named as in {@code {@value Type#NAME}}
   */
  static String of(List<? extends DocTree> parts, DocTrees trees, UnaryOperator<String> constants) {
    var markdown = new CommentMarkdown(trees, constants);
    markdown.visit(parts, null);
    return markdown.out.finished();
  }

  @Override
  public @Nullable Void visitText(TextTree text, @Nullable Void none) {
    out.text(text.getBody());
    return null;
  }

  @Override
  public @Nullable Void visitRawText(RawTextTree text, @Nullable Void none) {
    out.markdown(text.getContent());
    return null;
  }

  @Override
  public @Nullable Void visitEntity(EntityTree entity, @Nullable Void none) {
    var characters = trees.getCharacters(entity);
    out.text(characters == null ? entity.toString() : characters);
    return null;
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void none) {
    if (literal.getKind() == DocTree.Kind.CODE) {
      out.code(literal.getBody().getBody());
    } else {
      out.text(literal.getBody().getBody());
    }
    return null;
  }

  @Override
  public @Nullable Void visitLink(LinkTree link, @Nullable Void none) {
    if (!link.getLabel().isEmpty()) {
      return visit(link.getLabel(), null);
    }
    var target = word(link.getReference().getSignature());
    if (link.getKind() == DocTree.Kind.LINK) {
      out.code(target);
    } else {
      out.text(target);
    }
    return null;
  }

  /** What a reference names, as it is said: without package, parameters and the hash. */
  static String word(String reference) {
    int parameters = reference.indexOf('(');
    var name = parameters < 0 ? reference : reference.substring(0, parameters);
    var plain = name.replaceFirst("^([a-z0-9_]+\\.)+(?=[A-Z])", "");
    return plain.startsWith("#") ? plain.substring(1) : plain.replace('#', '.');
  }

  @Override
  public @Nullable Void visitValue(ValueTree value, @Nullable Void none) {
    var reference = value.getReference();
    out.text(constants.apply(reference == null ? "" : reference.getSignature()));
    return null;
  }

  @Override
  public @Nullable Void visitSnippet(SnippetTree snippet, @Nullable Void none) {
    var body = snippet.getBody();
    if (body != null) {
      out.block(body.getBody());
    }
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree returned, @Nullable Void none) {
    if (returned.isInline()) {
      out.text("Returns ");
      visit(returned.getDescription(), null);
      out.text(".");
    }
    return null;
  }

  @Override
  public @Nullable Void visitInheritDoc(InheritDocTree inherited, @Nullable Void none) {
    return null;
  }

  @Override
  public @Nullable Void visitErroneous(ErroneousTree wrong, @Nullable Void none) {
    out.text(wrong.getBody());
    return null;
  }

  @Override
  public @Nullable Void visitStartElement(StartElementTree element, @Nullable Void none) {
    switch (element.getName().toString().toLowerCase(Locale.ROOT)) {
      case "p", "div", "dl", "dt", "table", "caption", "tr" -> out.paragraph();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> out.heading();
      case "ul" -> out.beginList("- ");
      case "ol" -> out.beginList("1. ");
      case "li" -> out.item();
      case "dd", "td", "br" -> out.text(" ");
      case "pre" -> out.beginPre();
      case "b", "strong" -> out.mark("**");
      case "i", "em", "var", "cite" -> out.mark("*");
      case "code", "tt", "kbd" -> out.beginCode();
      default -> {
        // What only looks different reads as its text.
      }
    }
    return null;
  }

  @Override
  public @Nullable Void visitEndElement(EndElementTree element, @Nullable Void none) {
    switch (element.getName().toString().toLowerCase(Locale.ROOT)) {
      case "p", "div", "dl", "dd", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6" ->
          out.paragraph();
      case "ul", "ol" -> out.endList();
      case "pre" -> out.endPre();
      case "b", "strong" -> out.endMark("**");
      case "i", "em", "var", "cite" -> out.endMark("*");
      case "code", "tt", "kbd" -> out.endCode();
      default -> {
        // As where it begins.
      }
    }
    return null;
  }
}
