package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerfDataTest {
  private static final int NAME = 20;
  private static final int VALUE = 32;
  private static final int ENTRY = 40;

  /** Two numbers and between them a text, in a file with some room at its end. */
  private static byte[] file(ByteOrder order) {
    var bytes = new byte[32 + 3 * ENTRY + 100];
    var file = ByteBuffer.wrap(bytes);
    file.putInt(0xcafec0c0);
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0)).put((byte) 2).put((byte) 0);
    file.order(order).putInt(24, 32).putInt(28, 3);
    entry(file, 0, 'J', 0, "sun.one", 1);
    entry(file, 1, 'B', 8, "a.text", 2);
    entry(file, 2, 'J', 0, "sun.large", 1L << 40);
    return bytes;
  }

  private static byte[] file() {
    return file(ByteOrder.LITTLE_ENDIAN);
  }

  /** The file with one number that is wrong. */
  private static byte[] with(int at, int wrong) {
    var file = file();
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, wrong);
    return file;
  }

  private static void entry(
      ByteBuffer file, int i, char type, int length, String name, long value) {
    int at = 32 + i * ENTRY;
    file.putInt(at, ENTRY).putInt(at + 4, NAME).putInt(at + 8, length).put(at + 12, (byte) type);
    file.putInt(at + 16, VALUE).put(at + NAME, name.getBytes(StandardCharsets.US_ASCII));
    file.putLong(at + VALUE, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
  void numbersAreReadByNameInEitherByteOrder(String order) {
    var file = file(order.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    assertThat(PerfData.numbers(file)).isEqualTo(Map.of("sun.one", 1L, "sun.large", 1L << 40));
  }

  @Test
  void whatLiesBehindTheLastEntryIsNotRead() {
    assertThat(PerfData.numbers(with(28, 1))).isEqualTo(Map.of("sun.one", 1L));
    assertThat(PerfData.numbers(with(28, 0))).isEmpty();
  }

  /** Up to the end of the last entry all is needed, and nothing behind it. */
  @Test
  void aFileThatIsCutSaysNothing() {
    var whole = file();
    for (int length = 0; length < 32 + 3 * ENTRY; length++) {
      assertThat(PerfData.numbers(Arrays.copyOf(whole, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(PerfData.numbers(Arrays.copyOf(whole, 32 + 3 * ENTRY))).hasSize(2);
  }

  /** Place and content of one number of the file that is wrong. */
  @ParameterizedTest
  @CsvSource({
    "24, 31", // the first entry in the prologue
    "24, -1",
    "24, 2147483647",
    "28, 2147483647", // more entries than there are
    "32, 19", // an entry shorter than its own head
    "32, 0",
    "32, -40",
    "32, 2147483647",
    "36, 19", // a name in the head of its entry
    "36, -1",
    "36, 40", // a name behind its entry
    "48, 19", // a value in the head
    "48, 33", // a value that ends behind its entry
    "48, 2147483647",
  })
  void anOffsetThatLeadsAstrayMakesItAllWorthless(int at, int wrong) {
    assertThat(PerfData.numbers(with(at, wrong))).isEmpty();
  }

  @Test
  void aNameThatDoesNotEndIsNone() {
    var file = file();
    Arrays.fill(file, 32 + NAME, 32 + ENTRY, (byte) 'x');
    assertThat(PerfData.numbers(file)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 1", "5, 3"})
  void anotherFormatIsNotGuessedAt(int at, byte wrong) {
    var file = file();
    file[at] = wrong;
    assertThat(PerfData.numbers(file)).isEmpty();
  }

  @Test
  void noGarbageMakesItFail() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var file = file();
      for (int left = 1 + random.nextInt(8); left > 0; left--) {
        file[6 + random.nextInt(32 + 3 * ENTRY - 6)] = (byte) random.nextInt();
      }
      assertThat(PerfData.numbers(file)).hasSizeLessThan(4);
    }
  }
}
