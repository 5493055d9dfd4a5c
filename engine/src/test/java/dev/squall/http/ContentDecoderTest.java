package dev.squall.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ContentDecoderTest {
  private static final String TEXT = "Grüße an die Welt. ".repeat(8);

  /** {@code gzip -9n} of the text. */
  private static final byte[] GZIP =
      Base64.getDecoder().decode("H4sIAAAAAAACA3MvOrzn8PxUhcQ8hZTMVIXw1JwSPQX3wScIAHIlVdGoAAAA");

  /** Zlib 1.2 at level 9, with its wrapper and without. */
  private static final byte[] ZLIB =
      Base64.getDecoder().decode("eNpzLzq85/D8VIXEPIWUzFSF8NScEj0F98EnCABIwkJR");

  private static final byte[] RAW =
      Base64.getDecoder().decode("cy86vOfw/FSFxDyFlMxUhfDUnBI9BffBJwgA");

  private static String decoded(ContentDecoder decoder, byte[] coded) throws IOException {
    try (var content = decoder.decoded(new ByteArrayInputStream(coded))) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  @Test
  void gzipIsUndoneAlsoOfSeveralMembers() throws IOException {
    assertThat(decoded(ContentDecoder.GZIP, GZIP)).isEqualTo(TEXT);
    var twice = new ByteArrayOutputStream();
    twice.writeBytes(GZIP);
    twice.writeBytes(GZIP);
    assertThat(decoded(ContentDecoder.GZIP, twice.toByteArray())).isEqualTo(TEXT + TEXT);
  }

  @Test
  void deflateIsUndoneWithItsWrapperAndWithout() throws IOException {
    assertThat(decoded(ContentDecoder.DEFLATE, ZLIB)).isEqualTo(TEXT);
    assertThat(decoded(ContentDecoder.DEFLATE, RAW)).isEqualTo(TEXT);
  }

  @Test
  void whatEndsTooEarlyIsBroken() {
    for (int length = 1; length < GZIP.length; length++) {
      var cut = Arrays.copyOf(GZIP, length);
      assertThatThrownBy(() -> decoded(ContentDecoder.GZIP, cut)).isInstanceOf(IOException.class);
    }
    for (int length = 2; length < ZLIB.length; length++) {
      var cut = Arrays.copyOf(ZLIB, length);
      assertThatThrownBy(() -> decoded(ContentDecoder.DEFLATE, cut))
          .isInstanceOf(IOException.class);
    }
    for (int length = 1; length < RAW.length; length++) {
      var cut = Arrays.copyOf(RAW, length);
      assertThatThrownBy(() -> decoded(ContentDecoder.DEFLATE, cut))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aWrongCheckSumIsBroken() {
    var gzip = GZIP.clone();
    gzip[gzip.length - 6] ^= 1;
    assertThatThrownBy(() -> decoded(ContentDecoder.GZIP, gzip)).isInstanceOf(IOException.class);
    var zlib = ZLIB.clone();
    zlib[zlib.length - 1] ^= 1;
    assertThatThrownBy(() -> decoded(ContentDecoder.DEFLATE, zlib)).isInstanceOf(IOException.class);
  }
}
