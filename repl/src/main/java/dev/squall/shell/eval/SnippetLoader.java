package dev.squall.shell.eval;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of snippets, above those of Squall and of the jars that were added. */
final class SnippetLoader extends URLClassLoader {
  /** Declared and not yet defined. */
  private final Map<String, byte[]> declared = new ConcurrentHashMap<>();

  SnippetLoader(ClassLoader parent) {
    super("snippets", new URL[0], parent);
  }

  /**
   * To be defined when somebody needs it. All classes of a snippet are declared before the first is
   * defined: it may need the others.
   */
  void declare(String name, byte[] bytes) {
    declared.put(name, bytes);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var bytes = declared.remove(name);
    return bytes == null
        ? super.findClass(name)
        : defineClass(name, bytes, 0, bytes.length, (CodeSource) null);
  }

  void add(Path file) {
    try {
      addURL(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(file + " is no place of classes", e);
    }
  }
}
