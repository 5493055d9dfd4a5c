package dev.squall.httpx;

/** The {@code .httpx} language: text to document and back. */
public final class Httpx {
  private Httpx() {}

  /**
   * Reads a text. A byte order mark is no part of it; spans count from behind it.
   *
   * @param source what the text is, for positions: a file's name
   */
  public static Parsed parse(String source, String text) {
    var read = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var problems = new Problems(source, read);
    var document = FileParser.parse(new Tokens(read, problems));
    new Consistency(problems).check(document);
    var all = problems.all();
    return all.isEmpty() ? new Parsed.Good(document) : new Parsed.Bad(all, document);
  }

  /** The canonical text of a document, which reads as the same document. */
  public static String print(Document document) {
    return new Printer().print(document);
  }
}
