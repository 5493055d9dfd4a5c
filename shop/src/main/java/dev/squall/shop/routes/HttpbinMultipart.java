package dev.squall.shop.routes;

import dev.squall.shop.json.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/** {@code multipart/form-data} (RFC 7578): what {@code curl -F} and browsers upload. */
final class HttpbinMultipart {

  private static final int HEADER_LIMIT = 8 * 1024;

  private HttpbinMultipart() {}

  /**
   * The fields and the files of a body.
   *
   * @param type the request's Content-Type, with the boundary
   * @throws Refusal 400 when the boundary is missing or the body does not keep to it
   */
  static HttpbinBody parsed(String type, byte[] body) {
    if (MultiPart.extractBoundary(type) == null) {
      throw Refusal.badRequest("multipart/form-data needs a boundary in its Content-Type");
    }
    var source = Content.Source.from(ByteBuffer.wrap(body));
    // The body is here already: what Jetty calls blocking has nothing to wait for.
    try (var parts =
        MultiPartFormData.getParts(source, Attributes.NULL, type, config(body.length))) {
      var form = new HttpbinValues();
      var files = new HttpbinValues();
      for (var part : parts) {
        var partType = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
        var text = HttpbinBody.textOf(bytes(part), partType);
        (part.getFileName() == null ? form : files).add(name(part), text);
      }
      return new HttpbinBody("", files, form, null);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException e) {
      throw malformed(e);
    }
  }

  /** Nothing is ever put on a disk. */
  private static MultiPartConfig config(int length) {
    return new MultiPartConfig.Builder()
        .maxParts(HttpbinValues.MOST)
        .maxSize(length)
        .maxPartSize(length)
        .maxMemoryPartSize(length)
        .maxHeadersSize(HEADER_LIMIT)
        .useFilesForPartsWithoutFileName(false)
        .build();
  }

  private static ByteBuffer bytes(MultiPart.Part part) throws IOException {
    return Content.Source.asByteBuffer(part.newContentSource(null, 0, -1));
  }

  private static String name(MultiPart.Part part) {
    var name = part.getName();
    if (name == null) {
      throw Refusal.badRequest("a part of the multipart body has no name");
    }
    return name;
  }

  private static Refusal malformed(Exception e) {
    return Refusal.badRequest(
        endsEarly(e)
            ? "the multipart body ends before its closing boundary"
            : "the multipart body is malformed, or has more than %d parts, or headers of a part longer than %d bytes"
                .formatted(HttpbinValues.MOST, HEADER_LIMIT));
  }

  private static boolean endsEarly(@Nullable Throwable e) {
    return e instanceof EOFException || (e != null && endsEarly(e.getCause()));
  }
}
