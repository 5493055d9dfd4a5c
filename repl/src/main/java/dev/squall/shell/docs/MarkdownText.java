package dev.squall.shell.docs;

import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Markdown as lines of a terminal, without marks: code is indented, a list has its dashes. */
final class MarkdownText extends AbstractVisitor {
  private static final String CODE_MARGIN = "    ";

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private final int width;
  private String margin = "";
  private String bullet = "";
  private int number;
  private boolean tight;

  MarkdownText(int width) {
    this.width = width;
  }

  String of(Node document) {
    document.accept(this);
    return out.toString().stripTrailing();
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    endBlock();
  }

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    if (heading.getLevel() == 1) {
      var title = line.toString().toUpperCase(Locale.ROOT);
      line.setLength(0);
      line.append(title);
    }
    endBlock();
  }

  @Override
  public void visit(BulletList list) {
    items(list, list.isTight(), 0);
  }

  @Override
  public void visit(OrderedList list) {
    var first = list.getMarkerStartNumber();
    items(list, list.isTight(), first == null ? 1 : first);
  }

  private void items(Node list, boolean isTight, int first) {
    int outerNumber = number;
    boolean outerTight = tight;
    number = first;
    tight = isTight;
    visitChildren(list);
    number = outerNumber;
    tight = outerTight;
    if (isTight && !outerTight) {
      out.append('\n');
    }
  }

  @Override
  public void visit(ListItem item) {
    bullet = number > 0 ? number++ + ". " : "- ";
    var outer = margin;
    margin = margin + " ".repeat(bullet.length());
    visitChildren(item);
    margin = outer;
    bullet = "";
  }

  @Override
  public void visit(FencedCodeBlock block) {
    code(block.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock block) {
    code(block.getLiteral());
  }

  private void code(String code) {
    code.stripTrailing()
        .lines()
        .forEach(
            text -> out.append(text.isBlank() ? "" : margin + CODE_MARGIN + text).append('\n'));
    out.append('\n');
  }

  @Override
  public void visit(HtmlBlock block) {
    line.append(block.getLiteral());
    endBlock();
  }

  @Override
  public void visit(HtmlInline html) {
    line.append(html.getLiteral());
  }

  @Override
  public void visit(Text text) {
    line.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    // Its spaces are its own: a line is not broken in them.
    line.append(code.getLiteral().replace(' ', Wrapped.NO_BREAK));
  }

  @Override
  public void visit(SoftLineBreak end) {
    line.append(' ');
  }

  @Override
  public void visit(HardLineBreak end) {
    line.append('\n');
  }

  private void endBlock() {
    var first =
        bullet.isEmpty() ? margin : margin.substring(0, margin.length() - bullet.length()) + bullet;
    bullet = "";
    out.append(Wrapped.text(line.toString(), first, margin, width)).append('\n');
    if (!tight) {
      out.append('\n');
    }
    line.setLength(0);
  }
}
