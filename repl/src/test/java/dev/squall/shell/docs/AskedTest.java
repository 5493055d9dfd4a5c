package dev.squall.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          perSecond                                             |                 |                  | perSecond |
          Users.during                                          |                 | Users            | during    |
          dev.squall.load.Users                                 | dev.squall.load |                  | Users     |
          run()                                                 |                 |                  | run       | []
          during(Duration)                                      |                 |                  | during    | [Duration]
          Users dev.squall.Squall.users(int count)              | dev.squall      | Squall           | users     | [int]
          ClosedLoad Users(int count).during(java.time.Duration time) |           | Users            | during    | [Duration]
          Check Extractor.Status().is(int code)                 |                 | Extractor.Status | is        | [int]
          java.util.Map<K, V> A<K, V>.at(java.util.Map<? super K, V[]> m, int... n) throws B, C | | A | at        | [Map, int...]
          java.util.Optional<java.lang.String> a.B(C<D> c).at   | a               | B                | at        |
          Knee dev.squall.analysis.ExperimentWords.findKnee(Users from) | dev.squall.analysis | ExperimentWords | findKnee | [Users]
          (                                                     |                 |                  | (         |
          )                                                     |                 |                  | )         |
          """)
  void wordsAndSignaturesAreUnderstood(
      String text, String room, String owner, String name, String types) {
    var asked = Asked.of(text);

    assertThat(asked.room()).isEqualTo(room == null ? "" : room);
    assertThat(asked.owner()).isEqualTo(owner == null ? "" : owner);
    assertThat(asked.name()).isEqualTo(name == null ? "" : name);
    assertThat(asked.types().map(Object::toString).orElse(null)).isEqualTo(types);
  }
}
