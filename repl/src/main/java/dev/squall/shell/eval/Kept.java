package dev.squall.shell.eval;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of variables whose class JShell made anew. It calls the class of the same declaration
 * by the same number and another letter: {@code $JShell$7}, then {@code $JShell$7B}.
 */
final class Kept {
  private static final Pattern NAME = Pattern.compile("(REPL\\.\\$JShell\\$\\d+)([A-Z]*)");

  /** The classes of each declaration, the last one last. */
  private final Map<String, List<Class<?>>> versions = new HashMap<>();

  /** Declarations that the evaluation under way made anew. */
  private final Set<String> anew = new LinkedHashSet<>();

  /** Where each variable lies now. */
  private final Map<String, Field> variables = new HashMap<>();

  private final List<Reset> resets = new ArrayList<>();

  /** Gives a class that has just been defined the values of the one before it. */
  void carry(String name, Map<String, Class<?>> classes) {
    var parts = NAME.matcher(name);
    if (!parts.matches()) {
      return;
    }
    var type = classes.get(name);
    if (type == null) {
      return;
    }
    var all = versions.computeIfAbsent(parts.group(1), _ -> new ArrayList<>(1));
    if (!all.isEmpty()) {
      anew.add(parts.group(1));
      classes.remove(all.getLast().getName());
      carry(all.getLast(), type);
    }
    all.add(type);
    for (var field : type.getDeclaredFields()) {
      if (isVariable(field)) {
        variables.put(field.getName(), field);
      }
    }
  }

  /** The variable's value, though JShell may know it no longer. */
  @Nullable Object value(String variable) {
    var field = variables.get(variable);
    return field == null ? null : read(field);
  }

  private static @Nullable Object read(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives a variable that was declared again the value that it had; else it is reset. */
  void restore(String variable, @Nullable Object value) {
    var field = variables.get(variable);
    if (field != null && value != null) {
      put(value, value.getClass(), field);
    }
  }

  /** A variable that is there no more. */
  void release(String variable) {
    var field = variables.remove(variable);
    if (field != null && !field.getType().isPrimitive()) {
      try {
        field.setAccessible(true);
        field.set(null, null);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A variable that cannot be declared any more. */
  void lost(String variable, String why) {
    resets.add(new Reset(variable, why));
  }

  /**
   * What still runs in a class of before, a lambda of a background run say, goes on with the values
   * of now, and the values of before are nobody's.
   */
  void settle() {
    for (var declaration : anew) {
      var all = versions.getOrDefault(declaration, List.of());
      for (var old : all.subList(0, Math.max(0, all.size() - 1))) {
        settle(old, all.getLast());
      }
    }
    anew.clear();
  }

  private static void settle(Class<?> old, Class<?> now) {
    for (var field : old.getDeclaredFields()) {
      if (isVariable(field)) {
        take(field, now);
      }
    }
  }

  private static void take(Field old, Class<?> type) {
    Object value = null;
    try {
      value = read(type.getDeclaredField(old.getName()));
    } catch (NoSuchFieldException _) {
      // Another shape: nothing is there to take.
    }
    try {
      old.setAccessible(true);
      if (old.getType().isInstance(value)) {
        old.set(null, value);
      } else if (!old.getType().isPrimitive()) {
        old.set(null, null);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void carry(Class<?> from, Class<?> to) {
    for (var field : to.getDeclaredFields()) {
      if (isVariable(field)) {
        try {
          carry(from.getDeclaredField(field.getName()), field);
        } catch (NoSuchFieldException _) {
          // It is new: there is nothing to keep.
        }
      }
    }
  }

  private static boolean isVariable(Field field) {
    return Modifier.isStatic(field.getModifiers())
        && !Modifier.isFinal(field.getModifiers())
        && !field.isSynthetic();
  }

  private void carry(Field from, Field to) {
    var value = read(from);
    if (value != null) {
      put(value, from.getType(), to);
    }
  }

  private void put(Object value, Class<?> from, Field to) {
    boolean fits =
        to.getType().isPrimitive()
            ? MethodType.methodType(to.getType()).wrap().returnType().isInstance(value)
            : to.getType().isInstance(value);
    if (!fits) {
      resets.add(new Reset(to.getName(), why(from, to.getType())));
      return;
    }
    try {
      to.setAccessible(true);
      to.set(null, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String why(Class<?> from, Class<?> to) {
    return from.getSimpleName().equals(to.getSimpleName())
        ? to.getSimpleName() + " was declared anew, and its value is of the type before"
        : "its type is " + to.getSimpleName() + " now and was " + from.getSimpleName();
  }

  List<Reset> resets() {
    return resets.stream().distinct().toList();
  }

  void forget() {
    resets.clear();
  }
}
