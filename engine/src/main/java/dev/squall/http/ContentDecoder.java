package dev.squall.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes one content coding (RFC 9110 §8.4.1). Those of the JDK are here; others are plugged in by
 * whoever reads bodies. Nothing decodes on the wire: what nobody reads stays as it came.
 */
@FunctionalInterface
public interface ContentDecoder {

  /** RFC 1952, also of several members. */
  ContentDecoder GZIP = GZIPInputStream::new;

  /** RFC 1950 as RFC 9110 says, and RFC 1951 without its wrapper as some servers send it. */
  ContentDecoder DEFLATE = ContentDecoder::inflated;

  /**
   * The content before it was coded. Closing it frees what the decoder holds.
   *
   * @throws IOException where the content does not even begin as it should; reading throws it where
   *     the rest does not
   */
  InputStream decoded(InputStream coded) throws IOException;

  private static InputStream inflated(InputStream coded) throws IOException {
    var content = new PushbackInputStream(coded, 2);
    int first = content.read();
    int second = content.read();
    if (second >= 0) {
      content.unread(second);
    }
    if (first >= 0) {
      content.unread(first);
    }
    // RFC 1950 §2.2: the method is 8 and the two bytes are a multiple of 31.
    boolean wrapped = (first & 15) == 8 && (first << 8 | second) % 31 == 0;
    return new Inflating(content, new Inflater(!wrapped));
  }

  /** Frees the inflater that it was given, which its superclass does for its own only. */
  final class Inflating extends InflaterInputStream {
    private Inflating(InputStream coded, Inflater inflater) {
      super(coded, inflater);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
