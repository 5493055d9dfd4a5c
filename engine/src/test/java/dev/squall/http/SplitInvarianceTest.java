package dev.squall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a parser says depends on the bytes, never on how they were split. */
class SplitInvarianceTest {
  private static final long SEED = 20261122;

  @Test
  void everySplitInTwoTellsTheSame() {
    for (long seed = SEED; seed < SEED + 300; seed++) {
      var answer = RandomAnswer.of(seed);
      String expected = parse(answer);
      for (int at = 0; at <= answer.bytes().length; at++) {
        assertThat(parse(answer, at)).as("seed %d split at %d", seed, at).isEqualTo(expected);
      }
    }
  }

  @Test
  void everyByteForItselfTellsTheSame() {
    for (long seed = SEED; seed < SEED + 1_000; seed++) {
      var answer = RandomAnswer.of(seed);
      int[] all = IntStream.range(0, answer.bytes().length).toArray();
      assertThat(parse(answer, all)).as("seed %d", seed).isEqualTo(parse(answer));
    }
  }

  @Test
  void mutatedAnswersTellTheSameHoweverTheyAreSplit() {
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      var answer = RandomAnswer.of(SEED + i).mutated(random);
      int length = answer.bytes().length;
      int[] splits = random.ints(random.nextInt(6), 0, length + 1).sorted().toArray();
      assertThat(parse(answer, splits)).as("answer %d", i).isEqualTo(parse(answer));
    }
  }

  @Test
  void theAnswersAreOfEveryShape() {
    var ends = IntStream.range(0, 500).mapToObj(i -> parse(RandomAnswer.of(SEED + i))).toList();
    assertThat(ends).anyMatch(end -> end.endsWith("| done, kept"));
    assertThat(ends).anyMatch(end -> end.endsWith("| done"));
    assertThat(ends).anyMatch(end -> end.contains("too many"));
    assertThat(ends).anyMatch(end -> end.contains("trailer"));
    assertThat(ends).anyMatch(end -> end.contains("folded"));
    assertThat(ends).noneMatch(end -> end.contains("@") || end.contains("unfinished"));
  }

  private static String parse(RandomAnswer answer, int... splits) {
    return Parsing.parse(answer.bytes(), answer.head(), answer.close(), splits);
  }
}
