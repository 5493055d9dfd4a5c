package dev.squall.live;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whoever watches a run knows of nobody who starts one. */
class WatchersTest {
  @Test
  void theWatchersUseTheEngineAndNobodyElse() {
    var watchers =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.squall.live");

    assertThat(watchers).hasSizeGreaterThan(10);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.squall",
            "dev.squall.cli..",
            "dev.squall.repl..",
            "dev.squall.shell..",
            "dev.squall.shop..")
        .check(watchers);
    assertThat(
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.squall.stats")
                .evaluate(watchers)
                .hasViolation())
        .isTrue();
  }
}
