package dev.squall.shell.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Run by the build, after the classes are compiled: writes the documentation beside them, where it
 * is older than the sources it is made from.
 */
public final class WriteEntries {
  /** Rooms of which all that is public is met at the prompt. */
  private static final Set<String> ROOMS =
      Set.of(
          "",
          "analysis",
          "chart",
          "goal",
          "load",
          "problem",
          "report",
          "sample",
          "scenario",
          "sheet",
          "stats");

  /** What is met of other rooms: options and what a run is held by. */
  private static final Set<String> TYPES =
      Set.of("Connections", "Once", "Option", "Options", "Run", "Secrets", "Tls");

  private static final String SHELL = "dev.squall.shell";

  private WriteEntries() {}

  /**
   * Reads sources and writes entries.
   *
   * @param args the folder of classes, then the roots of the sources
   */
  public static void main(String[] args) throws IOException {
    var file = folder(Path.of(args[0])).resolve(EntryFile.NAME);
    var roots = Stream.of(args).skip(1).map(Path::of).toList();
    if (isNewer(file, roots, Path.of(args[0]))) {
      return;
    }
    EntryFile.write(entries(roots), file);
  }

  private static Path folder(Path classes) {
    return classes.resolve(WriteEntries.class.getPackageName().replace('.', '/'));
  }

  /**
   * A folder is newer than a file that has gone from it, and classes of ours may write otherwise.
   */
  private static boolean isNewer(Path file, List<Path> roots, Path classes) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    var written = Files.getLastModifiedTime(file);
    for (var root : Stream.concat(roots.stream(), Stream.of(folder(classes))).toList()) {
      try (var paths = Files.walk(root)) {
        for (var path : (Iterable<Path>) paths::iterator) {
          if (Files.getLastModifiedTime(path).compareTo(written) > 0) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The entries of what is met at the prompt. */
  static List<Entry> entries(List<Path> roots) throws IOException {
    var files = new ArrayList<Path>();
    for (var root : roots) {
      try (var paths = Files.walk(root)) {
        paths.filter(path -> isMet(root.relativize(path))).sorted().forEach(files::add);
      }
    }
    try (var manager =
        ToolProvider.getSystemJavaCompiler()
            .getStandardFileManager(none(), null, StandardCharsets.UTF_8)) {
      return met(Extraction.of(manager.getJavaFileObjectsFromPaths(files)));
    }
  }

  private static DiagnosticListener<JavaFileObject> none() {
    return ignored -> {};
  }

  private static boolean isMet(Path file) {
    var name = file.toString().replace('\\', '/');
    if (!name.startsWith("dev/squall/") || !name.endsWith(".java")) {
      return false;
    }
    var within = name.substring("dev/squall/".length(), name.length() - ".java".length());
    int slash = within.lastIndexOf('/');
    return within.startsWith("shell/")
        || ROOMS.contains(slash < 0 ? "" : within.substring(0, slash))
        || TYPES.contains(within.substring(slash + 1));
  }

  /** Of the session itself only the words and what they give. */
  private static List<Entry> met(List<Entry> all) {
    var given =
        all.stream()
            .filter(entry -> entry.kind() == Entry.Kind.WORD)
            .map(entry -> Signatures.simple(entry.signature().replaceFirst(" [\\w]+\\(.*", "")))
            .collect(Collectors.toSet());
    return all.stream()
        .filter(entry ->
            !entry.room().startsWith(SHELL) || isWords(entry) || given.contains(outermost(entry)))
        .toList();
  }

  private static boolean isWords(Entry entry) {
    return outermost(entry).endsWith("Words");
  }

  private static String outermost(Entry entry) {
    var path = entry.fullName();
    return switch (entry.kind()) {
      case WORD -> entry.owner();
      case TYPE, CONSTRUCTOR, METHOD, COMPONENT, CONSTANT ->
          path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    };
  }
}
