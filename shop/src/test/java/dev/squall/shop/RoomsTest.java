package dev.squall.shop;

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

/** The rooms of the shop and what each may use, from left to right. */
class RoomsTest {

  private static final String ROOT = "dev.squall.shop";

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "json", Set.of(),
          "truth", Set.of(),
          "behaviour", Set.of("json"),
          "store", Set.of("json"),
          "web", Set.of("json", "truth", "behaviour", "store"),
          "pages", Set.of("json", "store", "web"),
          "routes", Set.of("json", "truth", "behaviour", "store", "web", "pages"),
          "doors", Set.of("web"));

  /** What only these rooms may know: the others are plain Java. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.eclipse.jetty", Set.of("web", "pages", "routes", "doors"),
          "org.bouncycastle", Set.of("doors"));

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
  void onlyTheRoomsOfTheWebKnowTheServer(String room) {
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
  void everyRoomOfTheTableHasCode() {
    var filled =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT + "."))
            .map(name -> name.substring(ROOT.length() + 1))
            .collect(Collectors.toSet());

    assertThat(filled).containsAll(MAY_USE.keySet());
  }

  @Test
  void theShopKnowsNothingOfTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("dev.squall..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(ROOT + ".."))))
        .check(CLASSES);
  }

  @Test
  void onlyWhoAnnotatesTestsNeedsJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".junit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.junit..")
        .check(CLASSES);
  }
}
