package dev.squall.shell.reply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Definite JSONPaths as people write them. */
final class JsonPaths {
  static final String ROOT = "$";
  private static final Pattern BARE = Pattern.compile("[A-Za-z_][\\w-]*");

  private JsonPaths() {}

  static String member(String path, String name) {
    if (BARE.matcher(name).matches()) {
      return path + "." + name;
    }
    if (name.indexOf('\\') < 0 && name.indexOf('\'') >= 0 && name.indexOf('"') < 0) {
      return path + "[\"" + name + "\"]";
    }
    return path + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }

  static String everyItem(String path) {
    return path + "[*]";
  }

  /** The members that paths reach: of equal names the last. */
  static Map<String, Json> members(Json.Obj object) {
    var members = new LinkedHashMap<String, Json>();
    object.members().forEach(member -> members.put(member.name(), member.value()));
    return members;
  }
}
