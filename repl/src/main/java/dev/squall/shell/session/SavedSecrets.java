package dev.squall.shell.session;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Variables of the environment that saved files ask for instead of the secrets themselves. */
public final class SavedSecrets {
  private final Set<String> names = new ConcurrentSkipListSet<>();

  /** A file asks for this one. */
  public void add(String name) {
    names.add(name);
  }

  /** All of them, in the order of the alphabet. */
  public List<String> names() {
    return List.copyOf(names);
  }
}
