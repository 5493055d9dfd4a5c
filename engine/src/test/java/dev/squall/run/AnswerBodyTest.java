package dev.squall.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of an answer, as it comes and as it is read. */
class AnswerBodyTest {
  private final AnswerBody body = new AnswerBody();

  private void append(byte[] bytes) {
    body.append(bytes, 0, bytes.length);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var coded = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(coded)) {
      out.write(content);
    }
    return coded.toByteArray();
  }

  private static byte[] letters(int count) {
    var letters = new byte[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (byte) ('a' + i % 23);
    }
    return letters;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 2047, 2048, 2049, 4096, 50_000})
  void piecesOfAnySizeAreOneText(int piece) {
    var all = letters(50_000);
    body.begin(1 << 20);
    for (int from = 0; from < all.length; from += piece) {
      body.append(all, from, Math.min(all.length, from + piece));
    }
    assertThat(body.length()).isEqualTo(50_000);
    assertThat(body.text()).isEqualTo(new String(all, UTF_8));
    assertThat(body.unreadable()).isNull();
    assertThat(body.shown()).isEqualTo(body.text());
  }

  @Test
  void whatIsExactlyAsLongAsAllowedIsWhole() {
    body.begin(6);
    append("abc".getBytes(UTF_8));
    append("def".getBytes(UTF_8));
    assertThat(body.unreadable()).isNull();
    assertThat(body.text()).isEqualTo("abcdef");
  }

  @Test
  void whatIsLongerIsCutAndSaysSo() {
    body.begin(5);
    append("abc".getBytes(UTF_8));
    append("def".getBytes(UTF_8));
    append("ghi".getBytes(UTF_8));
    assertThat(body.unreadable())
        .isEqualTo(
            new AnswerBody.Unreadable(
                "body_too_long",
                "the body is longer than the 5 bytes kept; keptBody(bytes) keeps more"));
    assertThat(body.text()).isEqualTo("abcde");
    assertThat(body.shown())
        .isEqualTo("abcde\n[the body is longer than the 5 bytes kept; keptBody(bytes) keeps more]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2047, 2048, 2049, 300_000})
  void aCodedBodyIsReadDecoded(int length) throws IOException {
    var coded = gzip(letters(length));
    // The limit is for both, and few letters are more when they are coded.
    body.begin(Math.max(length, coded.length));
    body.coded("gzip");
    append(coded);
    assertThat(body.unreadable()).isNull();
    assertThat(body.text()).isEqualTo(new String(letters(length), UTF_8));
    assertThat(body.length()).isEqualTo(length);
  }

  @Test
  void severalCodingsAreUndoneInTurn() throws IOException {
    body.begin(1000);
    body.coded("gzip");
    body.coded("x-gzip");
    append(gzip(gzip("text".getBytes(UTF_8))));
    assertThat(body.text()).isEqualTo("text");
  }

  @Test
  void theLimitHoldsOfWhatIsDecodedToo() throws IOException {
    var coded = gzip(new byte[5000]);
    body.begin(4999);
    body.coded("gzip");
    append(coded);
    assertThat(body.unreadable())
        .extracting(AnswerBody.Unreadable::kind)
        .isEqualTo("body_too_long");
    assertThat(body.length()).isEqualTo(4999);
    body.begin(5000);
    body.coded("gzip");
    append(coded);
    assertThat(body.unreadable()).isNull();
    assertThat(body.length()).isEqualTo(5000);
  }

  @Test
  void whatCannotBeDecodedSaysWhy() {
    body.begin(1000);
    body.coded("gzip");
    append("no gzip".getBytes(UTF_8));
    assertThat(body.unreadable())
        .satisfies(why -> {
          assertThat(why.kind()).isEqualTo("decode_error");
          assertThat(why.message()).startsWith("the body cannot be decoded as gzip: ");
        });
    assertThat(body.text()).isEmpty();
    body.begin(1000);
    body.coded("rot13");
    append("grkg".getBytes(UTF_8));
    assertThat(body.unreadable())
        .extracting(AnswerBody.Unreadable::kind)
        .isEqualTo("unknown_coding");
  }

  @Test
  void ofACodedBodyThatWasCutTheLimitIsToldAndNotWhatItBroke() throws IOException {
    var coded = gzip(letters(1000));
    body.begin(coded.length - 5);
    body.coded("gzip");
    append(coded);
    assertThat(body.unreadable())
        .extracting(AnswerBody.Unreadable::kind)
        .isEqualTo("body_too_long");
  }

  @Test
  void anEmptyBodyIsNotDecoded() {
    body.begin(1000);
    body.coded("gzip");
    assertThat(body.text()).isEmpty();
    assertThat(body.unreadable()).isNull();
  }

  @Test
  void nothingOfOneAnswerIsInTheNext() {
    body.begin(3);
    body.coded("rot13");
    append(letters(300_000));
    assertThat(body.unreadable()).isNotNull();
    body.begin(400_000);
    append(letters(300_000));
    assertThat(body.text()).hasSize(300_000);
    body.begin(1000);
    assertThat(body.length()).isZero();
    assertThat(body.text()).isEmpty();
    append("ü".getBytes(UTF_8));
    body.begin(1000);
    append("next".getBytes(UTF_8));
    assertThat(body.text()).isEqualTo("next");
    assertThat(body.bytes()).startsWith("next".getBytes(UTF_8));
    assertThat(body.unreadable()).isNull();
  }
}
