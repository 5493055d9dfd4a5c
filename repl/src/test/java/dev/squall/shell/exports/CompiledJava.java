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
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Exported classes, all compiled in one go. */
final class CompiledJava implements AutoCloseable {
  private static final Pattern TYPE = Pattern.compile("public final class (\\w+) ");
  private static final Pattern METHOD = Pattern.compile("static Scenario (\\w+)\\(");

  private final URLClassLoader classes;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  /** In this folder; each in a package of its own, because they may be called the same. */
  CompiledJava(Path folder, Map<String, String> texts) throws IOException {
    this.texts.putAll(texts);
    var sources = new ArrayList<Path>();
    for (var entry : texts.entrySet()) {
      var room = "of" + types.size();
      var type = first(TYPE, entry.getValue());
      types.put(entry.getKey(), room + "." + type);
      var file = Files.createDirectories(folder.resolve(room)).resolve(type + ".java");
      sources.add(Files.writeString(file, "package " + room + ";\n" + entry.getValue()));
    }
    var options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
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

  Scenario scenario(String key) {
    return (Scenario) call(key, first(METHOD, texts.get(key)));
  }

  Load load(String key) {
    return (Load) call(key, "load");
  }

  private Object call(String key, String method) {
    try {
      var found = classes.loadClass(types.get(key)).getDeclaredMethod(method);
      found.setAccessible(true);
      return found.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
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
