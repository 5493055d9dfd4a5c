package dev.squall.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedReaderTest {

  private static TrackedReader reader(String text) throws IOException {
    return TrackedReader.ofFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "a\u007F\u0080\u07FF\u0800\uFFFDz", "😀é東😀", "\uFEFFé😀x", "\uFEFF"})
  void everyCharacterIsFoundAtItsByte(String text) throws IOException {
    int mark = text.startsWith("\uFEFF") ? 1 : 0;
    var reader = reader(text);
    reader.transferTo(Writer.nullWriter());
    for (int i = mark; i <= text.length(); i++) {
      if (i < text.length() && Character.isLowSurrogate(text.charAt(i))) {
        continue; // the middle of a character has no byte of its own
      }
      assertThat(reader.byteOf(i - mark))
          .isEqualTo(text.substring(0, i).getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void charactersMayBeAskedForWhileItIsRead() throws IOException {
    var reader = reader("éa\nb");
    assertThat(reader.byteOf(0)).isZero();
    assertThat(reader.read()).isEqualTo('é');
    assertThat(reader.read()).isEqualTo('a');
    assertThat(reader.byteOf(1)).isEqualTo(2);
    assertThat(reader.byteOf(1)).isEqualTo(2);
    assertThat(reader.ended()).isFalse();
    assertThat(reader.read()).isEqualTo('\n');
    assertThat(reader.read()).isEqualTo('b');
    assertThat(reader.byteOf(3)).isEqualTo(4);
    assertThat(reader.ended()).isFalse();
    assertThat(reader.read()).isEqualTo(-1);
    assertThat(reader.ended()).isTrue();
  }

  @Test
  void aMarkWithinAFileIsACharacter() throws IOException {
    var part =
        TrackedReader.ofPart(new ByteArrayInputStream("\uFEFFx".getBytes(StandardCharsets.UTF_8)));
    assertThat(part.read()).isEqualTo(0xFEFF);
    assertThat(part.read()).isEqualTo('x');
  }

  @Test
  void anythingButUtf8IsRefused() {
    assertThatThrownBy(() ->
            TrackedReader.ofFile(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE9, 'b'}))
                .transferTo(Writer.nullWriter()))
        .isInstanceOf(CharacterCodingException.class);
  }
}
