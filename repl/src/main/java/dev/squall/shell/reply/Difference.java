package dev.squall.shell.reply;

import dev.squall.sheet.Display;

/**
 * Something that two answers do not have alike.
 *
 * @param sign how they differ
 * @param where {@code status}, {@code header Content-Type}, {@code line 12} or a path of the body;
 *     an item that is known by its id stands as {@code $.products[id=prod-1]}
 * @param before in the first answer; empty where it is added
 * @param after in the second answer; empty where it is removed
 * @param note what else there is to say, such as {@code number became string}; may be empty
 */
public record Difference(Sign sign, String where, String before, String after, String note) {

  /** How two answers differ at a place. */
  public enum Sign {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~');

    private final char mark;

    Sign(char mark) {
      this.mark = mark;
    }

    /** The character at the beginning of the line. */
    public char mark() {
      return mark;
    }
  }

  static Difference added(String where, String after) {
    return new Difference(Sign.ADDED, where, "", after, "");
  }

  static Difference removed(String where, String before) {
    return new Difference(Sign.REMOVED, where, before, "", "");
  }

  static Difference changed(String where, String before, String after, String note) {
    return new Difference(Sign.CHANGED, where, before, after, note);
  }

  /** What came of what: {@code 12 → 13}. */
  String values() {
    return switch (sign) {
      case ADDED -> after;
      case REMOVED -> before;
      // Two secrets, or two pictures, are not the same only because neither is shown.
      case CHANGED -> before.equals(after) ? before + " → another" : before + " → " + after;
    };
  }

  /** A line. */
  @Override
  public String toString() {
    var words = note.isEmpty() ? "" : "  (" + note + ")";
    return sign.mark() + " " + Display.printable(where) + "  " + values() + words;
  }
}
