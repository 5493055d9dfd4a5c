package dev.squall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.squall.problem.Problem;
import dev.squall.stats.Results;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rooms and what each may use, from left to right, and nothing else of ours. */
class ArchitectureTest {
  private static final String ROOT = "dev.squall";

  /** {@code plan} names its requests to the statistics as facts, hence {@code sample}. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("draw", Set.of()),
          Map.entry("problem", Set.of()),
          Map.entry("scenario", Set.of()),
          Map.entry("goal", Set.of()),
          Map.entry("load", Set.of("draw", "goal")),
          Map.entry("data", Set.of("draw", "problem", "scenario")),
          Map.entry("httpx", Set.of("scenario", "load", "goal", "problem")),
          Map.entry(
              "plan",
              Set.of("scenario", "data", "goal", "load", "problem", "draw", "sample", "secret")),
          Map.entry("http", Set.of()),
          Map.entry("sample", Set.of()),
          Map.entry("secret", Set.of()),
          Map.entry("stats", Set.of("sample", "goal", "problem", "secret")),
          Map.entry(
              "run",
              Set.of(
                  "scenario",
                  "data",
                  "load",
                  "goal",
                  "problem",
                  "plan",
                  "http",
                  "draw",
                  "sample",
                  "secret",
                  "stats")),
          Map.entry("sheet", Set.of("stats", "sample")),
          Map.entry("chart", Set.of("stats")),
          Map.entry("report", Set.of("stats", "sample", "secret", "sheet", "chart", "goal")));

  /** Rooms without code of their own so far. */
  private static final Set<String> EMPTY = Set.of();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT + "..");

  private static final JavaClasses OURS =
      CLASSES.that(
          new DescribedPredicate<>("of the engine") {
            @Override
            public boolean test(JavaClass type) {
              return type.getPackageName().equals(ROOT) || MAY_USE.containsKey(room(type));
            }
          });

  private static String room(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    int end = name.indexOf('.', ROOT.length() + 1);
    return name.substring(ROOT.length() + 1, end < 0 ? name.length() : end);
  }

  private static ArchRule usesOnly(String room, Set<String> others) {
    var allowed =
        Stream.concat(Stream.of(room), others.stream())
            .map(name -> ROOT + "." + name + "..")
            .toList();
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(ROOT + "..")
                .and(
                    DescribedPredicate.not(
                        JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new)))))
        .allowEmptyShould(true);
  }

  private static Set<String> violationsOf(ArchRule rule, JavaClasses of) {
    return Set.copyOf(rule.evaluate(of).getFailureReport().getDetails());
  }

  @Test
  void everyRoomUsesOnlyWhatStandsInTheTable() {
    var wrong = new TreeMap<String, Set<String>>();
    MAY_USE.forEach((room, others) -> {
      var violations = violationsOf(usesOnly(room, others), OURS);
      if (!violations.isEmpty()) {
        wrong.put(room, violations);
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void thereIsNoRoomBesideTheTableAndNoneIsEmptyWithoutSayingSo() {
    var filled =
        OURS.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(ArchitectureTest::room)
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.toSet());
    assertThat(filled)
        .containsAll(MAY_USE.keySet().stream().filter(room -> !EMPTY.contains(room)).toList());
    assertThat(
            CLASSES.stream()
                .filter(ArchitectureTest::isOfThisModule)
                .map(ArchitectureTest::room)
                .filter(Predicate.not(String::isEmpty)))
        .isSubsetOf(MAY_USE.keySet());
    assertThat(OURS.size()).isGreaterThan(200);
  }

  private static boolean isOfThisModule(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri().toString().contains("/engine/target/classes/"))
        .orElse(false);
  }

  @Test
  void nobodyInsideUsesTheWords() {
    assertThat(
            violationsOf(
                noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT),
                OURS))
        .isEmpty();
  }

  @Test
  void noRoomsUseEachOtherInACircle() {
    assertThat(violationsOf(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles(), OURS))
        .isEmpty();
  }

  @Test
  void theWireUsesNothingButTheJdk() {
    assertThat(
            violationsOf(
                classes()
                    .that()
                    .resideInAPackage(ROOT + ".http..")
                    .should()
                    .onlyDependOnClassesThat(
                        new DescribedPredicate<>("java.base") {
                          @Override
                          public boolean test(JavaClass type) {
                            return room(type).equals("http") || isOfJavaBase(type);
                          }
                        }),
                OURS))
        .isEmpty();
  }

  private static boolean isOfJavaBase(JavaClass type) {
    var base = type.getBaseComponentType();
    return base.isPrimitive()
        || base.getPackageName().equals("org.jspecify.annotations")
        || Object.class.getModule().getPackages().contains(base.getPackageName());
  }

  @Test
  void theDataOfAUserUsesNothingButTheJdk() {
    for (var room : Set.of("draw", "problem", "scenario", "sample")) {
      assertThat(
              violationsOf(
                  classes()
                      .that()
                      .resideInAPackage(ROOT + "." + room + "..")
                      .should()
                      .onlyDependOnClassesThat()
                      .resideInAnyPackage(
                          "java..", "org.jspecify.annotations", ROOT + "." + room + ".."),
                  OURS))
          .isEmpty();
    }
  }

  @Test
  void nothingIsDoneByReflection() {
    assertThat(violationsOf(noReflection(), OURS)).isEmpty();
  }

  private static ArchRule noReflection() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..", "sun..", "jdk.internal..")
        .orShould()
        .callMethod(Class.class, "forName", String.class);
  }

  /** What a rule finds in a class that breaks it on purpose; a rule that finds nothing is blunt. */
  @Test
  void theRulesBite() {
    var wrong = new ClassFileImporter().importClasses(Wrong.class, Problem.class, Results.class);
    assertThat(violationsOf(noReflection(), wrong)).hasSizeGreaterThan(1);
    assertThat(violationsOf(usesOnly("stats", Set.of()), OURS))
        .anyMatch(violation -> violation.contains("dev.squall.sample"));
    assertThat(violationsOf(usesOnly("plan", Set.of("problem")), OURS))
        .anyMatch(violation -> violation.contains("dev.squall.scenario"));
    assertThat(violationsOf(usesOnly("run", MAY_USE.get("run")), OURS)).isEmpty();
    assertThat(violationsOf(usesOnly("run", Set.of("plan")), OURS))
        .anyMatch(violation -> violation.contains("dev.squall.http."));
    assertThat(
            violationsOf(
                noClasses().should().dependOnClassesThat().resideInAPackage(ROOT + ".problem"),
                wrong))
        .isNotEmpty();
  }

  /** Wrong in every way that the rules know. */
  static final class Wrong {
    private Wrong() {}

    static Object broken(Problem problem) throws ReflectiveOperationException {
      var method = Class.forName(problem.what()).getDeclaredMethod(problem.hint());
      method.setAccessible(true);
      return method.invoke(problem);
    }
  }
}
