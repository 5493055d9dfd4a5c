package dev.squall.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws are the same for ever: a seed that somebody wrote down gives the run that it gave. */
class DrawsTest {
  /** One half, as bits. */
  private static final long HALF = 0x8000_0000_0000_0000L;

  // Reckoned apart from this code, in whole numbers without a limit.
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, fbe988335f36c931",
    "42, 0, 0, 0, 6fa9fb4dda704451",
    "42, 1, 0, 0, 8198365e1035ae8b",
    "42, 0, 1, 0, 0492474d3f1153da",
    "42, 0, 0, 1, 9062771e8ccf4f6d",
    "42, 7, -1, 3, dd5715f85d538703",
    "-1, 1000000000000, -3, 0, e52027a5157c1fc9"
  })
  void bitsAreThoseOfTheFormula(long seed, long index, int place, int visit, String hex) {
    assertThat(Draws.bits(seed, index, place, visit)).isEqualTo(Long.parseUnsignedLong(hex, 16));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4000000000000000, 0.25",
    "8000000000000000, 0.5",
    "ffffffffffffffff, 0.9999999999999999"
  })
  void aShareIsBelowOne(String hex, double share) {
    assertThat(Draws.share(Long.parseUnsignedLong(hex, 16))).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, ffffffffffffffff, 5",
    "1, 6, 0, 1",
    "1, 6, 8000000000000000, 4",
    "1, 6, ffffffffffffffff, 6",
    "-3, 3, 0, -3",
    "-3, 3, 8000000000000000, 0",
    "-3, 3, ffffffffffffffff, 3"
  })
  void bothEndsAreDrawn(long least, long most, String hex, long drawn) {
    assertThat(Draws.between(least, most, Long.parseUnsignedLong(hex, 16))).isEqualTo(drawn);
  }

  @Test
  void theExponentialIsTheInverseOfItsDistribution() {
    assertThat(Draws.exponential(0)).isZero();
    assertThat(Draws.exponential(HALF)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(Draws.exponential(-1L)).isCloseTo(53 * Math.log(2), within(1e-12));
  }

  @Test
  void theNormalIsThatOfBoxAndMuller() {
    double radius = Math.sqrt(2 * Math.log(2));
    assertThat(Draws.normal(HALF, 0)).isCloseTo(radius, within(1e-15));
    assertThat(Draws.normal(HALF, HALF)).isCloseTo(-radius, within(1e-15));
    // An eighth of a turn.
    assertThat(Draws.normal(HALF, HALF >>> 2)).isCloseTo(radius / Math.sqrt(2), within(1e-15));
    assertThat(Draws.normal(0, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "42, 7, 2, 1, 423ddee6-b63e-48f3-bd4e-f516018e9fea",
    "0, 0, 0, 0, fbe98833-5f36-4931-92de-22af2eceee22"
  })
  void aUuidIsThatOfTheFormula(long seed, long index, int place, int visit, String text) {
    assertThat(Draws.uuid(seed, index, place, visit)).hasToString(text);
  }

  @Test
  void everyUuidIsOfVersionFourAndItsVariant() {
    assertThat(LongStream.range(0, 1000).mapToObj(i -> Draws.uuid(42, i, 0, 0)))
        .allMatch(uuid -> uuid.version() == 4 && uuid.variant() == 2)
        .doesNotHaveDuplicates();
  }
}
