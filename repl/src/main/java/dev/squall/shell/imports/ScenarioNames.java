package dev.squall.shell.imports;

/** What a scenario is called. */
final class ScenarioNames {
  private ScenarioNames() {}

  /** A file's name without its folders and its ending. */
  static String ofFile(String file) {
    var name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return orElse(Shown.name(dot > 0 ? name.substring(0, dot) : name), "imported");
  }

  /** A title, or else what the file is called. */
  static String ofTitle(String title, String file) {
    return orElse(Shown.name(title), ofFile(file));
  }

  private static String orElse(String name, String otherwise) {
    return name.isBlank() ? otherwise : name;
  }
}
