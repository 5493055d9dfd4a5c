package dev.squall;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can read, for the sources of every module. */
class HouseRulesTest {
  private static final int LONGEST_FILE = 500;

  private static final Pattern VAGUE_PACKAGE =
      Pattern.compile("(^|\\.)(util|utils|common|impl|helper|helpers|misc)(\\.|$)");

  private static final Pattern VAGUE_TYPE =
      Pattern.compile("Abstract[A-Z].*|.*(Manager|Helper|Util|Utils|Common|Impl)|I[A-Z][a-z].*");

  private static List<Path> sources() throws IOException {
    var root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    var sources = new ArrayList<Path>();
    try (var modules = Files.list(root)) {
      for (var module :
          modules.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList()) {
        for (var kind : List.of("src/main/java", "src/test/java")) {
          if (Files.isDirectory(module.resolve(kind))) {
            try (var files = Files.walk(module.resolve(kind))) {
              files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
          }
        }
      }
    }
    return sources;
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JavaClass> types() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.squall..")
            .stream()
            .filter(type -> !type.getSimpleName().isEmpty())
            .toList();
  }

  @Test
  void noFileIsLongerThanFiveHundredLines() throws IOException {
    var sources = sources();
    assertThat(sources).hasSizeGreaterThan(200);
    assertThat(sources.stream().filter(file -> lines(file) > LONGEST_FILE)).isEmpty();
  }

  @Test
  void noNameSaysNothing() throws IOException {
    for (var file : sources()) {
      var name = file.getFileName().toString().replace(".java", "");
      assertThat(VAGUE_TYPE.matcher(name).matches()).as(file.toString()).isFalse();
      var folders = file.getParent().toString().replace('/', '.').replaceAll(".*\\.java\\.", "");
      assertThat(VAGUE_PACKAGE.matcher(folders).find()).as(file.toString()).isFalse();
    }
    assertThat(types())
        .filteredOn(type -> VAGUE_TYPE.matcher(type.getSimpleName()).matches())
        .isEmpty();
    assertThat(VAGUE_TYPE.matcher("UserManager").matches()).isTrue();
    assertThat(VAGUE_TYPE.matcher("Iterations").matches()).isFalse();
    assertThat(VAGUE_PACKAGE.matcher("dev.squall.util").find()).isTrue();
  }

  /** The simple names of the public types in the exported packages of java.base. */
  private static Set<String> javaBaseNames() throws IOException {
    var exported =
        Object.class.getModule().getDescriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    var names = new TreeSet<String>();
    for (var name : exported) {
      var folder =
          FileSystems.getFileSystem(URI.create("jrt:/"))
              .getPath("/modules/java.base/" + name.replace('.', '/'));
      try (var files = Files.list(folder)) {
        var types =
            files
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(".class") && !file.contains("$"))
                .map(file -> file.substring(0, file.length() - ".class".length()));
        types.filter(type -> isPublic(name + "." + type)).forEach(names::add);
      }
    }
    return names;
  }

  private static boolean isPublic(String name) {
    try {
      return Modifier.isPublic(Class.forName(name, false, null).getModifiers());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void noPublicTypeIsCalledLikeOneOfTheJdk() throws IOException {
    var names = javaBaseNames();
    assertThat(names).hasSizeGreaterThan(1000).contains("Duration", "Record", "Optional", "Path");
    assertThat(
            types().stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> names.contains(type.getSimpleName()))
                .map(JavaClass::getName))
        .isEmpty();
  }

  @Test
  void everyRoomSaysWhatItIs() throws IOException {
    var rooms =
        sources().stream()
            .filter(file -> file.toString().contains("src/main/java"))
            .map(Path::getParent)
            .collect(Collectors.toSet());
    assertThat(rooms.stream().filter(room -> !Files.exists(room.resolve("package-info.java"))))
        .isEmpty();
    assertThat(rooms).hasSizeGreaterThan(12);
  }
}
