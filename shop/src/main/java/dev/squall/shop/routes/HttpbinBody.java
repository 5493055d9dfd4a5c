package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.squall.shop.json.Refusal;
import dev.squall.shop.json.Verbatim;
import dev.squall.shop.web.Call;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a body says: a form's fields and files, else its text and, where that is JSON, its value.
 *
 * @param data the text; {@code data:…;base64,…} (RFC 2397) where the bytes are no UTF-8
 */
record HttpbinBody(String data, HttpbinValues files, HttpbinValues form, @Nullable RawValue json) {

  private static final String BYTES = "application/octet-stream";

  /**
   * The body of that call.
   *
   * @throws Refusal 400 when it is a malformed form, or JSON of excessive depth
   */
  static HttpbinBody of(Call call) {
    var type = call.request().getHeaders().get(HttpHeader.CONTENT_TYPE);
    return switch (mediaType(type)) {
      case "application/x-www-form-urlencoded" -> form(call.body());
      case "multipart/form-data" -> HttpbinMultipart.parsed(String.valueOf(type), call.body());
      default -> text(call.body(), type);
    };
  }

  private static HttpbinBody form(byte[] body) {
    var text =
        utf8(ByteBuffer.wrap(body))
            .orElseThrow(() -> Refusal.badRequest("the form in the body is no UTF-8"));
    var form = HttpbinValues.decoded(text, "the form in the body");
    return new HttpbinBody("", new HttpbinValues(), form, null);
  }

  // Whatever its type says, as httpbin does: a load test that forgets the type gets its JSON too.
  private static HttpbinBody text(byte[] body, @Nullable String type) {
    var bytes = ByteBuffer.wrap(body);
    var text = utf8(bytes);
    return new HttpbinBody(
        text.orElseGet(() -> dataUrl(bytes, type)),
        new HttpbinValues(),
        new HttpbinValues(),
        text.map(Verbatim::value).orElse(null));
  }

  /** Bytes as text, or as a URL of that type where they are no UTF-8. */
  static String textOf(ByteBuffer bytes, @Nullable String type) {
    return utf8(bytes).orElseGet(() -> dataUrl(bytes, type));
  }

  private static String dataUrl(ByteBuffer bytes, @Nullable String type) {
    var mediaType = mediaType(type);
    var base64 = UTF_8.decode(Base64.getEncoder().encode(bytes.duplicate()));
    return "data:" + (mediaType.isEmpty() ? BYTES : mediaType) + ";base64," + base64;
  }

  private static Optional<String> utf8(ByteBuffer bytes) {
    try {
      // A decoder of its own: unlike the charset's methods it reports what it cannot decode.
      return Optional.of(UTF_8.newDecoder().decode(bytes.duplicate()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String mediaType(@Nullable String type) {
    return type == null ? "" : HttpField.stripParameters(type).strip().toLowerCase(Locale.ROOT);
  }
}
