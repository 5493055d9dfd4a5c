package dev.squall.problem;

/**
 * Something a user got wrong.
 *
 * @param position where
 * @param what what is wrong
 * @param hint what would be right; empty when there is nothing to add
 */
public record Problem(Position position, String what, String hint) {

  /**
   * The problem as people read it: position, what, the line with a caret where there is one, the
   * hint.
   */
  @Override
  public String toString() {
    var text = new StringBuilder().append(position).append(": ").append(what);
    if (position instanceof Position.InText(_, _, var column, var line)) {
      text.append("\n    ").append(line).append("\n    ");
      // A tab stays a tab, so that the caret stands below its character whatever a tab's width.
      line.codePoints().limit(column - 1).forEach(c -> text.append(c == '\t' ? '\t' : ' '));
      text.append('^');
    }
    if (!hint.isEmpty()) {
      text.append("\n    ").append(hint);
    }
    return text.toString();
  }
}
