package dev.squall.shell.eval;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** Performs JShell's classes in this process. Used by one thread at a time, as JShell is. */
final class SnippetControl extends DirectExecutionControl {
  private final SnippetLoader loader;
  private final Workers workers;
  private final Kept kept = new Kept();

  /** By the names that JShell gave them. */
  private final Map<String, Class<?>> classes = new HashMap<>();

  private final Map<String, Wrapper> wrappers = new HashMap<>();

  /** How far the lines of a class have moved since it was defined. */
  private final Map<String, Integer> moved = new HashMap<>();

  private @Nullable Token token;
  private @Nullable Object value;
  private @Nullable Throwable thrown;
  private Workers.@Nullable Abandoned abandoned;

  SnippetControl(SnippetLoader loader, Workers workers) {
    this.loader = loader;
    this.workers = workers;
  }

  /** What the next evaluations are a part of. */
  void begin(Token next) {
    token = next;
    forget();
  }

  /** After the last snippet of an evaluation: nothing of what came back is held any longer. */
  void forget() {
    kept.settle();
    value = null;
    thrown = null;
    abandoned = null;
    kept.forget();
  }

  /** What the last snippet gave, or the last variable that was asked for. */
  @Nullable Object value() {
    return value;
  }

  /** What the last snippet threw. */
  @Nullable Throwable thrown() {
    return thrown;
  }

  /** What the last snippet still does. */
  Workers.@Nullable Abandoned abandoned() {
    return abandoned;
  }

  Kept kept() {
    return kept;
  }

  /** Variables that could not keep their values. */
  List<Reset> resets() {
    return kept.resets();
  }

  @Override
  public void load(ClassBytecodes[] compiled) throws ClassInstallException {
    var installed = new boolean[compiled.length];
    var pending = new LinkedHashMap<String, byte[]>();
    for (var one : compiled) {
      pending.put(one.name(), one.bytecodes());
    }
    try {
      var weaver = new Weaver(loader, pending);
      pending.forEach((name, bytes) -> loader.declare(name, weaver.weave(bytes)));
      for (int i = 0; i < compiled.length; i++) {
        var name = compiled[i].name();
        var type = loader.loadClass(name);
        var _ =
            type.getDeclaredMethods(); // links what it mentions, so that what is missing is told
        // now
        classes.put(name, type);
        wrappers.put(name, Wrapper.of(compiled[i].bytecodes()));
        installed[i] = true;
      }
    } catch (ClassNotFoundException | LinkageError | IllegalArgumentException e) {
      throw new ClassInstallException("load: " + e.getMessage(), installed);
    }
    for (var one : compiled) {
      kept.carry(one.name(), classes);
    }
  }

  /**
   * Where a class is the same but for its lines, it stays. Another body needs an agent; without
   * one, and for another shape, JShell makes another class, which the values are carried to.
   */
  @Override
  public void redefine(ClassBytecodes[] compiled) throws ClassInstallException {
    var changed = new ArrayList<ClassBytecodes>();
    for (var one : compiled) {
      var before = wrappers.get(one.name());
      var now = Wrapper.of(one.bytecodes());
      if (before != null && before.code().equals(now.code())) {
        moved.put(one.name(), now.firstLine() - before.firstLine());
      } else {
        changed.add(one);
      }
    }
    if (!changed.isEmpty()) {
      replace(changed, compiled.length);
    }
  }

  private void replace(List<ClassBytecodes> changed, int count) throws ClassInstallException {
    var agent =
        Agent.instrumentation()
            .orElseThrow(() -> new ClassInstallException("no agent", new boolean[count]));
    try {
      var pending = new LinkedHashMap<String, byte[]>();
      changed.forEach(one -> pending.put(one.name(), one.bytecodes()));
      var weaver = new Weaver(loader, pending);
      var definitions = new ArrayList<ClassDefinition>();
      for (var one : changed) {
        definitions.add(new ClassDefinition(findClass(one.name()), weaver.weave(one.bytecodes())));
      }
      agent.redefineClasses(definitions.toArray(ClassDefinition[]::new));
      for (var one : changed) {
        wrappers.put(one.name(), Wrapper.of(one.bytecodes()));
        moved.remove(one.name());
      }
    } catch (ClassNotFoundException
        | UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError
        | IllegalArgumentException e) {
      throw new ClassInstallException("redefine: " + e.getMessage(), new boolean[count]);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var type = classes.get(name);
    if (type == null) {
      throw new ClassNotFoundException(name + " not found");
    }
    return type;
  }

  @Override
  public void addToClasspath(String path) {
    for (var part : path.split(java.io.File.pathSeparator, -1)) {
      loader.add(Path.of(part));
    }
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    var running = token;
    if (running == null) {
      throw new IllegalStateException("no evaluation is under way");
    }
    value = null;
    thrown = null;
    abandoned = null;
    try {
      value = workers.perform(running, () -> snippet.invoke(null));
      return ""; // nobody reads it: the value itself is shown
    } catch (Workers.Abandoned e) {
      running.silence();
      abandoned = e;
      throw new StoppedException();
    } catch (ExecutionException e) {
      var cause =
          e.getCause() instanceof InvocationTargetException call ? call.getCause() : e.getCause();
      if (cause instanceof Stopped || running.isStopped()) {
        throw new StoppedException();
      }
      throw new InvocationTargetException(cause);
    }
  }

  @Override
  public String varValue(String className, String name) throws InternalException {
    try {
      Field field = findClass(className).getDeclaredField(name);
      field.setAccessible(true);
      value = field.get(null);
      return "";
    } catch (ReflectiveOperationException e) {
      throw new InternalException(e.toString());
    }
  }

  @Override
  protected String throwConvertedInvocationException(Throwable cause) throws RunException {
    thrown = cause;
    throw told(cause, 0);
  }

  /** As JShell wants to hear of it. Of a chain that has no end, so much as a person reads. */
  private RunException told(Throwable cause, int depth) {
    var frames = frames(cause);
    if (cause instanceof SPIResolutionException unresolved) {
      return new ResolutionException(unresolved.id(), frames);
    }
    var told = new UserException(cause.getMessage(), cause.getClass().getName(), frames);
    var next = cause.getCause();
    told.initCause(next == null || depth > 20 ? null : told(next, depth + 1));
    return told;
  }

  private StackTraceElement[] frames(Throwable cause) {
    var frames = cause.getStackTrace();
    for (int i = 0; i < frames.length; i++) {
      int by = moved.getOrDefault(frames[i].getClassName(), 0);
      if (by != 0) {
        frames[i] =
            new StackTraceElement(
                frames[i].getClassName(),
                frames[i].getMethodName(),
                frames[i].getFileName(),
                frames[i].getLineNumber() + by);
      }
    }
    return frames;
  }

  @Override
  public void stop() {
    var running = token;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public void close() {
    classes.clear();
    wrappers.clear();
  }
}
