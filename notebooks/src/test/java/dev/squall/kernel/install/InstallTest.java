package dev.squall.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.squall.cli.Subcommand;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code squall kernel}: what Jupyter finds behind it. */
class InstallTest {
  @TempDir private Path folder;

  private record Told(int code, String out) {}

  private static Told kernel(String... arguments) {
    var out = new StringWriter();
    var thrown = new AtomicReference<String>("");
    var line =
        new CommandLine(new KernelCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .setExecutionExceptionHandler((e, _, _) -> {
              thrown.set(e.getMessage());
              return 2;
            });
    int code = line.execute(arguments);
    return new Told(code, out + thrown.get());
  }

  private Path installed(String name) {
    return folder.resolve("share/jupyter/kernels").resolve(name);
  }

  @Test
  void theLauncherFindsTheCommand() {
    assertThat(ServiceLoader.load(Subcommand.class))
        .hasAtLeastOneElementOfType(KernelCommand.class);
  }

  @Test
  void itStartsTheSameJavaByItsWholePathAndSaysWhatItCan() throws IOException {
    var told =
        kernel(
            "install",
            "--prefix",
            folder.toString(),
            "--name",
            "Squall-2",
            "--display-name",
            "Two",
            "--jvm-opt",
            "-Xmx3g");

    assertThat(told.code()).isZero();
    assertThat(told.out()).contains("Two is installed as squall-2", "jupyter lab");
    var spec = new JsonMapper().readTree(installed("squall-2").resolve("kernel.json").toFile());
    var argv = spec.path("argv");
    assertThat(Path.of(argv.path(0).asText())).isAbsolute().isExecutable();
    assertThat(argv)
        .extracting(word -> word.asText())
        .contains("-Xmx3g", "-cp", "dev.squall.kernel.Main")
        .endsWith("{connection_file}");
    assertThat(spec.path("display_name").asText()).isEqualTo("Two");
    assertThat(spec.path("language").asText()).isEqualTo("java");
    assertThat(spec.path("interrupt_mode").asText()).isEqualTo("message");
    assertThat(spec.path("metadata").path("supported_encryption").asText()).isEqualTo("curve");
    assertThat(installed("squall-2").resolve("logo-64x64.png")).isNotEmptyFile();
    assertThat(installed("squall-2").resolve("logo-svg.svg")).isNotEmptyFile();
    assertThat(folder.resolve("share/jupyter/kernels"))
        .isDirectoryNotContaining("glob:**.squall-*");
  }

  @Test
  void whatIsThereIsReplacedAndTakenAway() {
    kernel("install", "--prefix", folder.toString());
    assertThat(kernel("install", "--prefix", folder.toString()).code()).isZero();
    assertThat(installed("squall")).isDirectory();

    assertThat(kernel("uninstall", "--prefix", folder.toString()).code()).isZero();
    assertThat(installed("squall")).doesNotExist();
    assertThat(kernel("uninstall", "--prefix", folder.toString()).out())
        .contains("nothing is installed in", "squall kernel list");
  }

  @Test
  void whatIsSomebodyElsesIsNotTouched() throws IOException {
    Files.createDirectories(installed("squall"));
    Files.writeString(installed("squall").resolve("kernel.json"), "{\"argv\": [\"python\"]}");

    assertThat(kernel("install", "--prefix", folder.toString()).out())
        .contains("is no kernel of Squall's", "--name");
    assertThat(kernel("uninstall", "--prefix", folder.toString()).out())
        .contains("is no kernel of Squall's");
    assertThat(installed("squall").resolve("kernel.json")).hasContent("{\"argv\": [\"python\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a b", "", ".hidden"})
  void aNameIsOneOfJupyters(String name) {
    assertThat(kernel("install", "--prefix", folder.toString(), "--name", name).out())
        .contains("is no name for Jupyter");
  }

  @Test
  void aFolderIsSaidOnceOnly() {
    assertThat(kernel("install", "--user", "--prefix", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void eachHasHelp() {
    for (var command : List.of("install", "uninstall", "list")) {
      assertThat(kernel(command, "--help").out()).contains("Usage: kernel " + command);
    }
    assertThat(kernel().out()).contains("install", "uninstall", "list", "/usr/local");
  }

  @Test
  void itIsFoundWhereJupyterLooksAndWhatCannotStartIsSaid() throws IOException {
    kernel("install", "--prefix", folder.toString());
    var file = installed("squall").resolve("kernel.json");

    assertThat(KernelSpec.found(installed("squall")).findFirst().orElseThrow().toString())
        .startsWith("squall  Squall")
        .doesNotContain("cannot start");

    var java = new JsonMapper().readTree(file.toFile()).path("argv").path(0).asText();
    Files.writeString(file, Files.readString(file).replace(java, "/nowhere/java"));
    assertThat(KernelSpec.found(installed("squall")).findFirst().orElseThrow().toString())
        .contains("cannot start: /nowhere/java is gone");
  }

  @Test
  void foldersAreThoseOfEachSystem() {
    var home = Path.of("/home/ada");
    assertThat(new KernelFolders(Map.of(), home, "Linux").user())
        .isEqualTo(Path.of("/home/ada/.local/share/jupyter/kernels"));
    assertThat(new KernelFolders(Map.of("XDG_DATA_HOME", "/data"), home, "Linux").user())
        .isEqualTo(Path.of("/data/jupyter/kernels"));
    assertThat(new KernelFolders(Map.of(), home, "Mac OS X").user())
        .isEqualTo(Path.of("/home/ada/Library/Jupyter/kernels"));
    assertThat(new KernelFolders(Map.of("JUPYTER_DATA_DIR", "/jd"), home, "Mac OS X").user())
        .isEqualTo(Path.of("/jd/kernels"));
    assertThat(new KernelFolders(Map.of("APPDATA", "/roaming"), home, "Windows 11").user())
        .isEqualTo(Path.of("/roaming/jupyter/kernels"));
    assertThat(new KernelFolders(Map.of("CONDA_PREFIX", "/conda"), home, "Linux").environment())
        .contains(Path.of("/conda/share/jupyter/kernels"));
    assertThat(new KernelFolders(Map.of(), home, "Linux").environment()).isEmpty();
  }

  @Test
  void allFoldersAreLookedThrough() {
    kernel("install", "--prefix", folder.toString());
    var path = folder.resolve("share/jupyter");

    assertThat(
            new KernelFolders(
                    Map.of("JUPYTER_PATH", "/nowhere" + File.pathSeparator + path), folder, "Linux")
                .kernels())
        .contains(installed("squall"));
  }

  @Test
  void jarsOfOneFolderAreSaidInShort() {
    assertThat(KernelSpec.classPath("/a/one.jar" + File.pathSeparator + "/a/two.jar"))
        .isEqualTo("/a/*");
    assertThat(KernelSpec.classPath("/a/one.jar" + File.pathSeparator + "/b/classes"))
        .isEqualTo("/a/one.jar" + File.pathSeparator + "/b/classes");
  }

  @Test
  void whereItCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("share"), "a file");

    assertThatThrownBy(() ->
            new KernelSpec(List.of("java", "-cp", "x", "dev.squall.kernel.Main"), "Squall")
                .write(installed("squall")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be written");
  }
}
