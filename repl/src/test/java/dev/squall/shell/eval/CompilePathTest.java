package dev.squall.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tech.tablesaw.api.IntColumn;

/** What a snippet may name of the jars that Squall comes with, as if they lay in one folder. */
class CompilePathTest {
  @TempDir private Path ours;
  @TempDir private Path theirs;
  private StandardJavaFileManager files;

  @BeforeEach
  void look() throws IOException, URISyntaxException {
    var path =
        String.join(
            File.pathSeparator,
            copied(IntColumn.class, ours, "tablesaw-core.jar"),
            copied(IntArrayList.class, ours, "fastutil.jar"),
            copied(ObjectMapper.class, ours, "jackson-databind.jar"),
            copied(CommandLine.class, ours, "picocli.jar"));
    files =
        CompilePath.on(
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null),
            ours,
            path);
  }

  @AfterEach
  void end() throws IOException {
    files.close();
  }

  private static String copied(Class<?> one, Path folder, String name)
      throws IOException, URISyntaxException {
    var jar = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Files.copy(jar, folder.resolve(name)).toString();
  }

  private List<String> named(String packageName) throws IOException {
    var found =
        files.list(
            StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), false);
    return StreamSupport.stream(found.spliterator(), false)
        .map(one -> files.inferBinaryName(StandardLocation.CLASS_PATH, one))
        .toList();
  }

  @Test
  void whatPeopleNameIsFoundInJarsSmallAndLarge() throws IOException {
    assertThat(named("tech.tablesaw.api")).contains("tech.tablesaw.api.IntColumn");
    assertThat(named("it.unimi.dsi.fastutil.ints"))
        .contains("it.unimi.dsi.fastutil.ints.IntArrayList");
    assertThat(named("it.unimi.dsi.fastutil")).contains("it.unimi.dsi.fastutil.Hash");
    assertThat(named("com.fasterxml.jackson.databind"))
        .contains("com.fasterxml.jackson.databind.ObjectMapper");
    assertThat(named("it.unimi")).isEmpty();
  }

  @Test
  void whatNobodyNamesIsNot() throws IOException {
    assertThat(named("picocli")).isEmpty();
  }

  @Test
  void completionKnowsOfAllThatIsFound() {
    assertThat(files.getLocationAsPaths(StandardLocation.CLASS_PATH))
        .map(path -> path.getFileName().toString())
        .contains("tablesaw-core.jar", "fastutil.jar", "jackson-databind.jar")
        .doesNotContain("picocli.jar");
  }

  @Test
  void whatIsAddedIsFoundAndTheRestStays() throws IOException, URISyntaxException {
    var added = copied(CommandLine.class, theirs, "picocli.jar");
    var path = ours.resolve("fastutil.jar") + File.pathSeparator + added;

    assertThat(files.handleOption("-classpath", List.of(path).iterator())).isTrue();

    assertThat(named("picocli")).contains("picocli.CommandLine");
    assertThat(named("it.unimi.dsi.fastutil")).contains("it.unimi.dsi.fastutil.Hash");
  }
}
