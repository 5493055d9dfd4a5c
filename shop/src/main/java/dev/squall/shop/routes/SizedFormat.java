package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Body;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.eclipse.jetty.http.HttpField;

/** Formats whose bodies are well-formed at any length: something to open, filler, and its end. */
@SuppressWarnings("ImmutableEnumChecker") // an HttpField never changes
enum SizedFormat {
  JSON("application/json", 1),
  XML("application/xml", 4),
  TEXT("text/plain; charset=utf-8", 0);

  private static final int BLOCK = 64 * 1024;

  /** Shared by all answers, and outside the heap, from where it is sent without another copy. */
  private static final ByteBuffer FILLER = filler();

  private static final int SHORTEST_JSON_OBJECT = "{'data':''}".length();
  private static final int SHORTEST_XML_PAIR = "<data></data>".length();

  private final HttpField type;
  private final int least;

  SizedFormat(String mediaType, int least) {
    this.type = Answer.type(mediaType);
    this.least = least;
  }

  HttpField type() {
    return type;
  }

  /** The bytes of the shortest body there is. */
  int least() {
    return least;
  }

  /** A body of exactly that length. */
  Body body(int length) {
    var frame = frame(length);
    if (length > BLOCK) {
      return new Body.Pieces(length, () -> new Framed(frame, length));
    }
    var whole = ByteBuffer.allocate(length);
    new Framed(frame, length).forEachRemaining(piece -> whole.put(piece.bytes()));
    return new Body.Whole(whole.array());
  }

  private Frame frame(int length) {
    return switch (this) {
      case JSON -> json(length);
      case XML -> xml(length);
      case TEXT -> new Frame("", "");
    };
  }

  private static Frame json(int length) {
    if (length == 1) {
      return new Frame("1", "");
    }
    return length < SHORTEST_JSON_OBJECT ? new Frame("\"", "\"") : new Frame("{\"data\":\"", "\"}");
  }

  private static Frame xml(int length) {
    return length < SHORTEST_XML_PAIR
        ? new Frame("<" + "d".repeat(length - "</>".length()) + "/>", "")
        : new Frame("<data>", "</data>");
  }

  private static ByteBuffer filler() {
    // Nothing in it needs an escape, so that it may be cut anywhere.
    var text = "The quick brown fox jumps over the lazy dog. ".getBytes(US_ASCII);
    var block = ByteBuffer.allocateDirect(BLOCK);
    while (block.hasRemaining()) {
      block.put(text, 0, Math.min(text.length, block.remaining()));
    }
    return block.flip().asReadOnlyBuffer();
  }

  /** What stands before the filler and what behind it. */
  private record Frame(String opening, String closing) {}

  /** The pieces of a body: its opening, blocks of filler, its closing. */
  private static final class Framed implements Iterator<Body.Piece> {

    private final Frame frame;
    private int filler;
    private boolean isOpened;
    private boolean isClosed;

    Framed(Frame frame, int length) {
      this.frame = frame;
      filler = length - frame.opening().length() - frame.closing().length();
    }

    @Override
    public boolean hasNext() {
      return !isClosed;
    }

    @Override
    public Body.Piece next() {
      if (isClosed) {
        throw new NoSuchElementException();
      }
      if (!isOpened) {
        isOpened = true;
        return piece(frame.opening());
      }
      if (filler > 0) {
        var length = Math.min(filler, BLOCK);
        filler -= length;
        return new Body.Piece(FILLER.slice(0, length), 0);
      }
      isClosed = true;
      return piece(frame.closing());
    }

    private static Body.Piece piece(String text) {
      return new Body.Piece(ByteBuffer.wrap(text.getBytes(US_ASCII)), 0);
    }
  }
}
