package dev.squall.http;

/**
 * Walks over the lines of a rendered request's head. They are ours and well-formed; one that is not
 * is still walked over without an exception, and a line without a name is kept as it is.
 */
final class RequestHead {
  private byte[] bytes = {};
  private int from; // of the line
  private int to; // of the line, without its end
  private int nameFrom;
  private int nameTo;
  private int next;
  private int end;

  /** Begins at the request line. */
  void begin(RenderedRequest request) {
    bytes = request.bytes();
    next = request.offset();
    end = request.offset() + request.length();
    nameFrom = next;
    nameTo = next;
    readLine();
  }

  /** The request line up to the blank behind the method. */
  void copyMethod(HeadWriter out) {
    out.append(bytes, from, methodTo());
  }

  int targetFrom() {
    return Math.min(methodTo() + 1, to);
  }

  int targetTo() {
    int i = to;
    while (i > targetFrom() && bytes[i - 1] != ' ') {
      i--;
    }
    return Math.max(targetFrom(), i - 1);
  }

  private int methodTo() {
    return indexOrEnd(' ', from, to);
  }

  /** Goes to the next header line; false behind the last one, where the body begins. */
  boolean nextField() {
    readLine();
    if (from == to) {
      return false;
    }
    if (!Octets.isBlank(bytes[from])) { // a folded line belongs to the field before it
      nameFrom = from;
      nameTo = indexOrEnd(':', from, to);
      while (nameTo > nameFrom && Octets.isBlank(bytes[nameTo - 1])) {
        nameTo--;
      }
    }
    return true;
  }

  /** Whether the line is of the field with that name, given in lower case. */
  boolean isNamed(byte[] lowerCase) {
    return Octets.isWord(bytes, nameFrom, nameTo, lowerCase);
  }

  /** Whether the name of the line's field begins so. */
  boolean isNamedLike(byte[] lowerCase) {
    int prefixTo = nameFrom + lowerCase.length;
    return prefixTo <= nameTo && Octets.isWord(bytes, nameFrom, prefixTo, lowerCase);
  }

  int lineTo() {
    return to;
  }

  /** Where the value begins, blanks before it left out. */
  int valueFrom() {
    int i = Math.min(indexOrEnd(':', from, to) + 1, to);
    while (i < to && Octets.isBlank(bytes[i])) {
      i++;
    }
    return i;
  }

  /** The line and a line end. */
  void copyLine(HeadWriter out) {
    out.append(bytes, from, to).endLine();
  }

  /** What follows the head, once there is no further field. */
  void copyBody(HeadWriter out) {
    out.append(bytes, next, end);
  }

  private void readLine() {
    from = next;
    int lineEnd = indexOrEnd('\n', from, end);
    next = Math.min(lineEnd + 1, end);
    to = lineEnd > from && lineEnd < end && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
  }

  private int indexOrEnd(char c, int start, int stop) {
    int i = start;
    while (i < stop && bytes[i] != c) {
      i++;
    }
    return i;
  }
}
