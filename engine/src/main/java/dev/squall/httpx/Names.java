package dev.squall.httpx;

import java.util.Collection;

/** Names that nothing else has. */
final class Names {
  private Names() {}

  /** This one, or the first with a number behind it that is free. */
  static String fresh(String wanted, Collection<String> taken) {
    var joint = Words.isName(wanted) ? "-" : " ";
    var name = wanted;
    for (int i = 2; taken.contains(name); i++) {
      name = wanted + joint + i;
    }
    return name;
  }
}
