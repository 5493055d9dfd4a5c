package dev.squall.analysis;

import static dev.squall.analysis.TableWords.tables;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.classgraph.ClassGraph;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.DataReader;
import tech.tablesaw.io.DataWriter;

/** Tablesaw finds its readers and writers without looking through the class path. */
class ReadingTest {

  @Test
  void aFileIsReadAsATable(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("users.csv"), "name,age\nJürgen,41\nAda,36\n");
    var table = Table.read().csv(file.toFile());
    assertThat(table.stringColumn("name").asList()).isEqualTo(List.of("Jürgen", "Ada"));
    assertThat(table.intColumn("age").sum()).isEqualTo(77);
    assertThat(Table.read().file(file.toFile()).rowCount()).isEqualTo(2);
  }

  @Test
  void aTableIsWrittenAndReadAgain() {
    var steps = tables(KnownRuns.of(1)).steps();
    var text = new StringWriter();
    steps.write().csv(text);
    var again = Table.read().csv(text.toString(), "steps");
    assertThat(again.columnNames()).isEqualTo(steps.columnNames());
    assertThat(again.doubleColumn("p50 ms").asList())
        .isEqualTo(steps.doubleColumn("p50 ms").asList());
  }

  @Test
  void whatStandsInForTheSearchNamesClassesThatAreThere() throws Exception {
    try (var found = new ClassGraph().enableAllInfo().whitelistPackages("tech").scan()) {
      for (var kind : List.of(DataReader.class, DataWriter.class)) {
        var names = found.getClassesImplementing(kind.getName()).getNames();
        assertThat(names).hasSize(2);
        for (var name : names) {
          assertThat(kind).isAssignableFrom(Class.forName(name));
        }
      }
    }
  }
}
