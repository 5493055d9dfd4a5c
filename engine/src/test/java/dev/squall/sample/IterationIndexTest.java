package dev.squall.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IterationIndexTest {

  /** The last ones are users that a live change brought beyond the load's own three. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 0",
    "2, 0, 1",
    "3, 0, 2",
    "1, 1, 3",
    "3, 7, 23",
    "4, 0, 4398046511104",
    "4, 9, 4398046511113"
  })
  void anIndexTellsTheRoundOfItsUser(int user, long own, long index) {
    assertThat(IterationIndex.of(user, own, 3)).isEqualTo(index);
    assertThat(IterationIndex.round(index, 3)).isEqualTo(own + 1);
  }

  @ParameterizedTest
  @CsvSource({"1099511627775, 366503875926", "1100000000000, 488372225"})
  void theOwnIndicesEndWhereThoseOfFurtherUsersBegin(long index, long round) {
    assertThat(IterationIndex.round(index, 3)).isEqualTo(round);
  }
}
