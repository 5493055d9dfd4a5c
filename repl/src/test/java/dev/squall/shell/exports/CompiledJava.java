package dev.squall.shell.exports;

import dev.squall.load.Load;
import dev.squall.scenario.Scenario;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Exported classes, all compiled in one go. */
final class CompiledJava implements AutoCloseable {
  private static final Pattern TYPE = Pattern.compile("public final class (\\w+) ");
  private static final Pattern METHOD = Pattern.compile("static Scenario (\\w+)\\(");
  private static final Pattern METHODS =
      Pattern.compile(
          "^  static (Scenario|Load) (\\w+\\(\\) \\{\\n.*?^  \\}\\n)",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("^import .*;$", Pattern.MULTILINE);

  private final URLClassLoader classes;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> prefixes = new LinkedHashMap<>();

  /**
   * In this folder.
   *
   * @param whole texts that are compiled as they are, in packages of their own
   * @param parts texts whose methods are compiled as those of one class, which is much quicker
   */
  CompiledJava(Path folder, Map<String, String> whole, Map<String, String> parts)
      throws IOException {
    texts.putAll(whole);
    texts.putAll(parts);
    var sources = new ArrayList<Path>();
    for (var entry : whole.entrySet()) {
      var room = "of" + types.size();
      var type = first(TYPE, entry.getValue());
      types.put(entry.getKey(), room + "." + type);
      var file = Files.createDirectories(folder.resolve(room)).resolve(type + ".java");
      sources.add(Files.writeString(file, "package " + room + ";\n" + entry.getValue()));
    }
    sources.add(Files.writeString(folder.resolve("Parts.java"), joined(parts)));
    var options =
        List.of(
            "-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      if (!compiler.getTask(messages, files, null, options, null, units).call()) {
        throw new AssertionError(messages);
      }
    }
    classes = new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  private String joined(Map<String, String> parts) {
    var imports = new TreeSet<String>();
    var methods = new StringBuilder();
    for (var entry : parts.entrySet()) {
      var prefix = "m" + prefixes.size() + "_";
      prefixes.put(entry.getKey(), prefix);
      types.put(entry.getKey(), "Parts");
      IMPORT.matcher(entry.getValue()).results().forEach(found -> imports.add(found.group()));
      METHODS
          .matcher(entry.getValue())
          .results()
          .forEach(found ->
              methods.append("  static " + found.group(1) + " " + prefix + found.group(2)));
    }
    imports.add("import dev.squall.load.Load;");
    imports.add("import dev.squall.scenario.Scenario;");
    return String.join("\n", imports) + "\npublic class Parts {\n" + methods + "}\n";
  }

  Scenario scenario(String key) {
    return (Scenario) call(key, first(METHOD, texts.get(key)));
  }

  Load load(String key) {
    return (Load) call(key, "load");
  }

  private Object call(String key, String method) {
    try {
      var found =
          classes
              .loadClass(types.get(key))
              .getDeclaredMethod(prefixes.getOrDefault(key, "") + method);
      found.setAccessible(true);
      return found.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("an exported text has no such method", e);
    }
  }

  private static String first(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new AssertionError(pattern + " is not in\n" + text);
    }
    return found.group(1);
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
