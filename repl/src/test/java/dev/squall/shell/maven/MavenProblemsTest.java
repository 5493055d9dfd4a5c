package dev.squall.shell.maven;

import static dev.squall.shell.maven.RepositoryFolder.dependencies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squall.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when there is no jar. */
class MavenProblemsTest {
  @TempDir Path folder;
  private RepositoryFolder shop;

  @BeforeEach
  void aRepositoryThatIsAFolder() {
    shop = new RepositoryFolder(folder).centralHere();
  }

  private String problem(String... words) {
    try {
      return "found " + shop.find(words);
    } catch (ProblemException e) {
      return e.getMessage();
    }
  }

  private String central() {
    return "central (" + shop.remote().toUri().toString().replaceAll("/$", "") + ")";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a:b:1                | a | b | jar      |            | 1
          a:b:test-jar:1       | a | b | test-jar |            | 1
          a.c:b:jar:linux:1.0  | a.c | b | jar    | linux      | 1.0
          a:b:[1,2)            | a | b | jar      |            | [1,2)
          """)
  void coordinatesAreReadInMavensOrder(
      String text, String group, String artifact, String type, String classifier, String version) {
    assertThat(Coordinates.of(text))
        .isEqualTo(
            new Coordinates(group, artifact, type, classifier == null ? "" : classifier, version))
        .hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          guava                | not coordinates of Maven | group:artifact:version
          a:b                  | which version?           | a:b:RELEASE
          a::1                 | not coordinates of Maven | group:artifact:version
          a:../b:1             | not coordinates of Maven | group:artifact:version
          a:b:c:d:e:f          | not coordinates of Maven | group:artifact:version
          a:b:1.0:linux        | the version comes last   | a:b:jar:linux:1.0
          exclude=x            | group:artifact           | exclude=commons-logging:*
          repository=nowhere   | not the address          | repository=https://host/path
          -o                   | which jar?               | guava
          """)
  void aWordThatIsNotUnderstoodIsShownWithWhatWouldBe(String word, String what, String hint) {
    assertThatThrownBy(() -> Wanted.of(List.of(word)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(what)
        .hasMessageContaining(hint);
  }

  @Test
  void aMistakeIsPointedAt() {
    assertThatThrownBy(() -> Wanted.of(List.of("a:b\u001b[2J:1")))
        .hasMessage(
            """
            %maven:1:3: not coordinates of Maven
                a:b�[2J:1
                  ^
                group:artifact:version, or group:artifact:type:classifier:version\
            """);
  }

  @Test
  void ofAVersionThatIsNotThereTheNewestOnesAreTold() {
    shop.with("a:x:1").versions("a:x", "1", "2", "3", "4", "5", "6", "7");

    assertThat(problem("a:x:1.5"))
        .isEqualTo(
            """
            %%maven: a:x:1.5 was not found; asked: %s
                there is 7, 6, 5, 4, 3, 2, and older\
            """
                .formatted(central()));
  }

  @Test
  void aNameThatNobodyKnowsIsToldWithWhoWasAsked() {
    assertThat(problem("a:y:1"))
        .startsWith("%maven: a:y:1 was not found; asked: " + central())
        .contains("is it spelled group:artifact:version?", "m2/settings.xml");
  }

  @Test
  void whatIsOnlyAPomSaysSo() {
    shop.pom("a:all:1", "<packaging>pom</packaging>");

    assertThat(problem("a:all:1")).contains("there is a POM and no jar: a:all:pom:1 takes what");
  }

  @Test
  void anUnknownClassifierIsToldFromAnUnknownJar() {
    shop.with("a:x:1");

    assertThat(problem("a:x:jar:linux:1"))
        .contains("a:x:jar:linux:1 was not found", "a jar without that type and classifier: a:x:1");
  }

  @Test
  void ofADependencyThatIsMissingItIsSaidHowToDoWithoutIt() {
    shop.with("a:top:1", dependencies("a:lost:1", "a:gone:2"));

    assertThat(problem("a:top:1"))
        .contains("a:lost:1 was not found", "a:gone:2 was not found", "without it: exclude=a:lost");
    assertThat(problem("a:top:1", "exclude=a:lost", "exclude=a:gone")).isEqualTo("found 1 jar");
  }

  @Test
  void aSnapshotThatNobodyIsAskedForSaysSo() {
    shop.settings(
        RepositoryFolder.central(shop.remote().toUri().toString())
            .replace("<enabled>true", "<enabled>false"));

    assertThat(problem("a:daily:1-SNAPSHOT"))
        .contains("a:daily:1-SNAPSHOT is not in", "no repository was to be asked for SNAPSHOTs");
  }

  @Test
  void offlineItIsSaidThatNobodyWasAsked() {
    shop.with("a:x:1");

    assertThat(problem("-o", "a:x:1"))
        .contains("a:x:1 is not in " + folder.resolve("m2/repository"), "offline");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutItsPassword() {
    shop.settings(RepositoryFolder.central("http://me:hush@127.0.0.1:1/"));

    assertThat(problem("a:x:1"))
        .contains("central (http://", "127.0.0.1:1/), which failed: ", "refused", "%maven -o takes")
        .doesNotContain("hush");
  }

  @Test
  void brokenSettingsAreToldWithTheirLine() {
    shop.settings("\n<mirrors>\n<mirror></settings>");

    assertThat(problem("a:x:1")).contains("m2/settings.xml:", "Maven's settings have to be right");
  }
}
