package dev.squall.shell.maven;

import static dev.squall.shell.maven.RepositoryFolder.dependencies;
import static dev.squall.shell.maven.RepositoryFolder.managed;
import static dev.squall.shell.maven.RepositoryFolder.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other kernels for Java get wrong about jars, each with its name. */
class MavenJarsTest {
  @TempDir Path folder;
  private RepositoryFolder shop;

  @BeforeEach
  void aRepositoryThatIsAFolder() {
    shop = new RepositoryFolder(folder).centralHere();
  }

  @Test
  void aJarComesWithAllThatItNeedsToRunAndNothingElse() {
    shop.with(
            "a:top:1",
            dependencies(
                "a:needed:1",
                "a:late:1:<scope>runtime</scope>",
                "a:test:1:<scope>test</scope>",
                "a:given:1:<scope>provided</scope>",
                "a:maybe:1:<optional>true</optional>"))
        .with("a:needed:1", dependencies("a:deep:1"))
        .with("a:late:1")
        .with("a:deep:1");

    var found = shop.find("a:top:1");

    assertThat(names(found))
        .containsExactly("top-1.jar", "needed-1.jar", "deep-1.jar", "late-1.jar");
    assertThat(found).hasToString("4 jars");
    assertThat(found.jars()).allMatch(jar -> jar.startsWith(folder.resolve("m2/repository")));
  }

  @Test
  void aTypeAndAClassifierAreTaken() {
    shop.pom("a:native:1", "").jar("a:native:1", "-linux-x86_64").jar("a:native:1", "-tests");

    assertThat(names(shop.find("a:native:jar:linux-x86_64:1")))
        .containsExactly("native-1-linux-x86_64.jar");
    assertThat(names(shop.find("a:native:test-jar:1"))).containsExactly("native-1-tests.jar");
  }

  @Test
  void aPomAloneBringsWhatItDependsOn() {
    shop.pom("a:all:1", "<packaging>pom</packaging>" + dependencies("a:one:1", "a:two:1"))
        .with("a:one:1")
        .with("a:two:1");

    assertThat(names(shop.find("a:all:pom:1"))).containsExactly("one-1.jar", "two-1.jar");
  }

  @Test
  void propertiesParentsAndBillsOfMaterialsOfAPomAreUnderstood() {
    shop.pom(
            "a:parent:7",
            "<packaging>pom</packaging><properties><two.version>2.2</two.version></properties>"
                + managed("a:bom:5:<type>pom</type><scope>import</scope>"))
        .pom("a:bom:5", "<packaging>pom</packaging>" + managed("a:one:1.1"))
        .with("a:one:1.1")
        .with("a:two:2.2");
    RepositoryFolder.write(
        shop.file("a:child:7", ".pom"),
        """
        <project><modelVersion>4.0.0</modelVersion>
        <parent><groupId>a</groupId><artifactId>parent</artifactId><version>7</version></parent>
        <artifactId>child</artifactId>%s</project>\
        """
            .formatted(dependencies("a:one", "${project.groupId}:two:${two.version}")));
    shop.jar("a:child:7", "");

    assertThat(names(shop.find("a:child:7")))
        .containsExactly("child-7.jar", "one-1.1.jar", "two-2.2.jar");
  }

  @Test
  void whatIsExcludedIsNotTaken() {
    shop.with("a:top:1", dependencies("a:left:1", "b:right:1"))
        .with("a:left:1", dependencies("b:deep:1"))
        .with("b:right:1")
        .with("b:deep:1");

    assertThat(names(shop.find("a:top:1", "exclude=b:deep")))
        .containsExactly("top-1.jar", "left-1.jar", "right-1.jar");
    assertThat(names(shop.find("a:top:1", "exclude=b:*")))
        .containsExactly("top-1.jar", "left-1.jar");
  }

  @Test
  void ofTwoVersionsTheNearestIsTakenOnce() {
    shop.with("a:top:1", dependencies("a:left:1", "a:deep:2"))
        .with("a:left:1", dependencies("a:deep:1"))
        .with("a:deep:1")
        .with("a:deep:2");

    assertThat(names(shop.find("a:top:1")))
        .containsExactly("top-1.jar", "left-1.jar", "deep-2.jar");
  }

  @Test
  void theNewestReleaseAndARangeAreFound() {
    shop.with("a:x:1.9").with("a:x:1.10").with("a:x:2.0").versions("a:x", "1.9", "1.10", "2.0");

    assertThat(names(shop.find("a:x:RELEASE"))).containsExactly("x-2.0.jar");
    assertThat(names(shop.find("a:x:[1,2)"))).containsExactly("x-1.10.jar");
  }

  @Test
  void whatIsInTheLocalRepositoryNeedsNobody() throws IOException {
    shop.with("a:top:1", dependencies("a:deep:1")).with("a:deep:1");
    var online = shop.find("a:top:1");
    Files.move(shop.remote(), folder.resolve("gone"));

    assertThat(shop.find("a:top:1")).isEqualTo(online);
    assertThat(shop.find("-o", "a:top:1")).isEqualTo(online);
  }

  @Test
  void aSnapshotIsFetchedAgainWhenAskedFor() {
    shop.snapshot("a:daily:1-SNAPSHOT", 1, "");
    assertThat(names(shop.find("a:daily:1-SNAPSHOT"))).hasSize(1);
    shop.snapshot("a:daily:1-SNAPSHOT", 2, dependencies("a:new:1")).with("a:new:1");

    assertThat(names(shop.find("a:daily:1-SNAPSHOT"))).hasSize(1);
    assertThat(names(shop.find("-U", "a:daily:1-SNAPSHOT")))
        .containsExactly("daily-1-SNAPSHOT.jar", "new-1.jar");
  }

  @Test
  void whatTheSessionHasAlreadyIsLeftOutAndNamedAndNotFetched() {
    shop.with("a:top:1", dependencies("com.json:core:2.1", "com.json:same:3", "other:core-x:1"))
        .pom("com.json:core:2.1", dependencies("a:deep:1"))
        .with("com.json:same:3")
        .with("other:core-x:1")
        .with("a:deep:1");
    var lib = folder.resolve("lib");
    var present =
        List.of(
            RepositoryFolder.jar(lib.resolve("core-2.5.jar"), "com.json:core:2.5"),
            RepositoryFolder.jar(lib.resolve("same-3.jar"), "com.json:same:3"),
            RepositoryFolder.jar(lib.resolve("core-x-9.jar"), "elsewhere:core-x:9"));

    var found = MavenJars.of(List.of("a:top:1"), present, shop.places(), _ -> {});

    assertThat(names(found)).containsExactly("top-1.jar", "deep-1.jar", "core-x-1.jar");
    assertThat(found)
        .hasToString("3 jars\nalready here: com.json:core 2.5 instead of 2.1, com.json:same 3");
    assertThat(MavenJars.of(List.of("com.json:same:3"), present, shop.places(), _ -> {}))
        .hasToString("nothing new\nalready here: com.json:same 3");
  }

  @Test
  void everyJarThatIsFetchedIsTold() {
    shop.with("a:top:1", dependencies("a:deep:1")).with("a:deep:1");
    var told = Collections.synchronizedList(new ArrayList<String>());

    MavenJars.of(List.of("a:top:1"), List.of(), shop.places(), told::add);
    MavenJars.of(List.of("a:top:1"), List.of(), shop.places(), told::add);

    assertThat(told)
        .containsExactlyInAnyOrder("top-1.jar from central, 1 kB", "deep-1.jar from central, 1 kB");
  }

  @Test
  void aMissingOrBrokenPomIsTold() {
    shop.jar("a:bare:1", "").jar("a:broken:1", "");
    RepositoryFolder.write(shop.file("a:broken:1", ".pom"), "<project><oops");

    var found = shop.find("a:bare:1", "a:broken:1");

    assertThat(names(found)).containsExactly("bare-1.jar", "broken-1.jar");
    assertThat(found.notes())
        .containsExactly(
            "no POM of a:bare:jar:1: what it depends on is not known",
            "the POM of a:broken:jar:1 is not valid: what it depends on was not taken");
  }

  @Test
  void aWrongChecksumIsToldAndAMissingOneIsNot() {
    shop.with("a:fine:1").with("a:changed:1");
    RepositoryFolder.write(shop.file("a:changed:1", ".jar.sha1"), "0".repeat(40));

    assertThat(shop.find("a:fine:1", "a:changed:1").notes())
        .containsExactly("changed-1.jar of central does not have the checksum that is told for it");
  }

  @Test
  void squallsOwnJarsAreOnTheClassPath() {
    assertThat(
            PresentJars.of(MavenPlaces.classPath())
                .version("com.fasterxml.jackson.core", "jackson-core"))
        .hasValueSatisfying(version -> assertThat(version).startsWith("2."));
  }
}
