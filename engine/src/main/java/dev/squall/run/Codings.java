package dev.squall.run;

import dev.squall.http.ContentDecoder;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.brotli.dec.BrotliInputStream;

/** The content codings that are understood: those of the wire and two of libraries. */
final class Codings {
  /** Nobody codes more often; a server that says so wants us busy. */
  private static final int MOST = 4;

  private static final Map<String, ContentDecoder> KNOWN =
      Map.of(
          "identity",
          coded -> coded,
          "gzip",
          ContentDecoder.GZIP,
          "x-gzip",
          ContentDecoder.GZIP,
          "deflate",
          ContentDecoder.DEFLATE,
          "br",
          BrotliInputStream::new,
          "zstd",
          ZstdInputStream::new);

  /** A coding that nobody here can undo. */
  static final class UnknownCoding extends IOException {
    private static final long serialVersionUID = 1;

    private final String name;

    private UnknownCoding(String name) {
      super(name);
      this.name = name;
    }

    /** In words. */
    String what() {
      return "the body is coded as %s, which is not understood; gzip, deflate, br and zstd are"
          .formatted(Evaluation.cut(name));
    }
  }

  private Codings() {}

  /**
   * The content as it was before these codings were applied, in the order of the list (RFC 9110
   * §8.4), so that the last one is undone first.
   *
   * @throws UnknownCoding for one that is not understood
   * @throws IOException where the content does not even begin as it should
   */
  static InputStream undone(String codings, InputStream coded) throws IOException {
    var names = codings.toLowerCase(Locale.ROOT).split(",", MOST + 2);
    if (names.length > MOST) {
      throw new IOException("it is coded more than " + MOST + " times");
    }
    var content = coded;
    for (int i = names.length - 1; i >= 0; i--) {
      var name = names[i].strip();
      if (!name.isEmpty()) {
        var decoder = KNOWN.get(name);
        if (decoder == null) {
          throw new UnknownCoding(name);
        }
        content = decoder.decoded(content);
      }
    }
    return content;
  }
}
