package dev.squall.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingsTest {
  private static final byte[] TEXT = "the content".getBytes(UTF_8);

  private static byte[] gzip(byte[] content) throws IOException {
    var coded = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(coded)) {
      out.write(content);
    }
    return coded.toByteArray();
  }

  private static byte[] deflate(byte[] content) throws IOException {
    var coded = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(coded)) {
      out.write(content);
    }
    return coded.toByteArray();
  }

  private static byte[] undone(String codings, byte[] coded) throws IOException {
    try (var content = Codings.undone(codings, new ByteArrayInputStream(coded))) {
      return content.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", " , ", "identity,identity,,identity"})
  void whatIsNotCodedStaysAsItIs(String codings) throws IOException {
    assertThat(undone(codings, TEXT)).isEqualTo(TEXT);
  }

  @Test
  void theLastCodingIsUndoneFirst() throws IOException {
    assertThat(undone("gzip", gzip(TEXT))).isEqualTo(TEXT);
    assertThat(undone("X-GZip", gzip(TEXT))).isEqualTo(TEXT);
    assertThat(undone("deflate, gzip", gzip(deflate(TEXT)))).isEqualTo(TEXT);
    assertThat(undone("gzip , deflate,", deflate(gzip(TEXT)))).isEqualTo(TEXT);
  }

  @Test
  void fourTimesAreEnough() {
    assertThatThrownBy(() -> undone("identity,identity,identity,identity,identity", TEXT))
        .isInstanceOf(IOException.class)
        .hasMessage("it is coded more than 4 times");
  }

  @Test
  void anUnknownCodingIsTold() {
    assertThatThrownBy(() -> undone("gzip, rot13", TEXT))
        .isInstanceOfSatisfying(
            Codings.UnknownCoding.class,
            unknown ->
                assertThat(unknown.what())
                    .isEqualTo(
                        "the body is coded as rot13, which is not understood;"
                            + " gzip, deflate, br and zstd are"));
  }
}
