package dev.squall.shell.eval;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Where the compiler looks for what a snippet names. It opens every jar that it is told of before
 * the first snippet, and reads the name of every file in it, which of a hundred jars takes as long
 * as all else. So of the jars that Squall comes with it is told of those whose types a person may
 * name, and of the large ones among them only where one of their packages is asked for. Whatever
 * else is on the class path is somebody's own and stays.
 */
final class CompilePath extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private static final Pattern NEAR =
      Pattern.compile(
          "(?:squall|tablesaw|RoaringBitmap|json-path|commons-csv|HdrHistogram|jspecify).*");

  private static final Pattern FAR = Pattern.compile("(?:fastutil|jackson|commons-math3).*");

  /** What the packages of those begin with. */
  private static final List<String> FAR_PACKAGES =
      List.of("it.unimi.dsi.fastutil.", "com.fasterxml.jackson.", "org.apache.commons.math3.");

  private final Path ours;
  private final StandardJavaFileManager far;

  private CompilePath(Path ours, StandardJavaFileManager near, StandardJavaFileManager far) {
    super(near);
    this.ours = ours;
    this.far = far;
  }

  /** The same manager, which looks there and nowhere else. */
  static StandardJavaFileManager on(StandardJavaFileManager files) {
    var classPath = System.getProperty("java.class.path", "");
    try {
      var ours = folder();
      return ours.isPresent() ? on(files, ours.get(), classPath) : files;
    } catch (IOException _) {
      return files; // it looks everywhere
    }
  }

  /**
   * The same, said by whoever knows it.
   *
   * @param ours where the jars are that Squall comes with
   */
  static StandardJavaFileManager on(StandardJavaFileManager files, Path ours, String classPath)
      throws IOException {
    var far = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    var path = new CompilePath(ours, files, far);
    path.look(classPath);
    return path;
  }

  /** Where Squall's jars are; empty where its classes are in no jar. */
  private static Optional<Path> folder() {
    try {
      var jar =
          Path.of(CompilePath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toString().endsWith(".jar")
          ? Optional.ofNullable(jar.toAbsolutePath().getParent())
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private void look(String classPath) throws IOException {
    var entries =
        Stream.of(classPath.split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> Path.of(entry).toAbsolutePath().normalize())
            .toList();
    fileManager.setLocationFromPaths(
        StandardLocation.CLASS_PATH,
        entries.stream().filter(entry -> !isOurs(entry) || is(NEAR, entry)).toList());
    far.setLocationFromPaths(
        StandardLocation.CLASS_PATH,
        entries.stream().filter(entry -> isOurs(entry) && is(FAR, entry)).toList());
  }

  private boolean isOurs(Path entry) {
    return ours.equals(entry.getParent());
  }

  private static boolean is(Pattern names, Path entry) {
    return names.matcher(String.valueOf(entry.getFileName())).matches();
  }

  /** As JShell says that a jar or folder was added. */
  @Override
  public boolean handleOption(String option, Iterator<String> remaining) {
    if (!option.equals("-classpath") || !remaining.hasNext()) {
      return super.handleOption(option, remaining);
    }
    try {
      look(remaining.next());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    var near = super.list(location, packageName, kinds, recurse);
    return location == StandardLocation.CLASS_PATH && (recurse || isFar(packageName))
        ? both(near, far.list(location, packageName, kinds, recurse))
        : near;
  }

  /** Whether a package is in one of the large jars, or has some in it that are. */
  private static boolean isFar(String name) {
    return !name.isEmpty()
        && FAR_PACKAGES.stream()
            .anyMatch(one -> one.startsWith(name + ".") || name.startsWith(one));
  }

  private static <T> List<T> both(Iterable<? extends T> some, Iterable<? extends T> others) {
    var all = new ArrayList<T>();
    some.forEach(all::add);
    others.forEach(all::add);
    return all;
  }

  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    var near = fileManager.getLocationAsPaths(location);
    return location == StandardLocation.CLASS_PATH
        ? both(near, far.getLocationAsPaths(location))
        : near;
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    var near = fileManager.getLocation(location);
    return location == StandardLocation.CLASS_PATH ? both(near, far.getLocation(location)) : near;
  }

  @Override
  public void close() throws IOException {
    try (far) {
      super.close();
    }
  }

  // What follows is passed on.

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }
}
