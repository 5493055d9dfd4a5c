package dev.squall.shell.imports;

import java.util.Locale;

/** Content types. */
final class MediaTypes {
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data";

  private MediaTypes() {}

  /** Without parameters, in small letters. */
  static String plain(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
