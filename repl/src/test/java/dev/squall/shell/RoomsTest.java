package dev.squall.shell;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the session and what each may use, from left to right. */
class RoomsTest {
  private static final String ROOT = "dev.squall.shell";

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("eval", Set.of()),
          Map.entry("line", Set.of()),
          Map.entry("display", Set.of()),
          Map.entry("docs", Set.of()),
          Map.entry("reply", Set.of()),
          Map.entry("imports", Set.of()),
          Map.entry("exports", Set.of()),
          Map.entry("maven", Set.of()),
          Map.entry("debug", Set.of()),
          Map.entry("probe", Set.of("line", "display", "reply")),
          Map.entry("session", Set.of("eval", "line", "display", "reply", "debug", "probe")),
          Map.entry(
              "command",
              Set.of(
                  "eval", "line", "display", "docs", "reply", "imports", "exports", "maven",
                  "debug", "probe", "session")));

  /** What only these rooms may know. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "jdk.jshell", Set.of("eval", "command"),
          "org.yaml", Set.of("imports"),
          "org.commonmark", Set.of("docs"),
          "org.eclipse.aether", Set.of("maven"),
          "eu.maveniverse", Set.of("maven"),
          "tech.tablesaw", Set.of("display", "command"),
          "dev.squall.shop", Set.of("session"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT + "..");

  static Stream<String> rooms() {
    return MAY_USE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyWhatStandsInTheTable(String room) {
    var allowed =
        Stream.concat(Stream.of(room), MAY_USE.get(room).stream())
            .map(name -> ROOT + "." + name + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(ROOT + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aLibraryIsKnownOnlyWhereItIsNeeded(String room) {
    LIBRARIES.forEach((library, knowing) -> {
      if (!knowing.contains(room)) {
        noClasses()
            .that()
            .resideInAPackage(ROOT + "." + room + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + "..")
            .check(CLASSES);
      }
    });
  }

  @Test
  void theSessionKnowsNobodyInFrontOfIt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.squall.cli..",
            "dev.squall.repl..",
            "dev.squall.kernel..",
            "dev.squall.live..",
            "picocli..",
            "org.jline..",
            "org.zeromq..")
        .check(CLASSES);
  }

  @Test
  void everyRoomHasItsLineInTheTable() {
    var rooms =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT + "."))
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toSet());

    assertThat(rooms).isEqualTo(MAY_USE.keySet());
  }
}
