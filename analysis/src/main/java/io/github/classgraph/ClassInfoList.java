package io.github.classgraph;

import java.util.List;

/** Names of classes. */
public final class ClassInfoList {
  private final List<String> names;

  ClassInfoList(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** The names, in order. */
  public List<String> getNames() {
    return names;
  }
}
