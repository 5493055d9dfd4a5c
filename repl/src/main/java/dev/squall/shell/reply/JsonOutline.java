package dev.squall.shell.reply;

import dev.squall.plan.JsonQuery.Kind;
import dev.squall.sheet.Display;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The JSONPaths of a body: of each list the first item and, with {@code [*]}, what its items hold.
 * At most {@value #MOST} of them, in the order of the document.
 *
 * @param entries none where the body is no JSON
 */
public record JsonOutline(List<Entry> entries) {
  static final int MOST = 500;

  /**
   * A path.
   *
   * @param path as an extractor takes it, such as {@code $.products[0].id}
   * @param kind of the value there
   * @param sample the value as JSON writes it, cut where it is long, {@code "…"} where it is
   *     secret; of an object or a list how much it holds
   */
  public record Entry(String path, Kind kind, String sample) {
    /** {@code $.products[0].id "prod-1" string}. */
    @Override
    public String toString() {
      return Display.printable(path) + "  " + sample + "  " + kind.name().toLowerCase(Locale.ROOT);
    }
  }

  public JsonOutline {
    entries = List.copyOf(entries);
  }

  /** Of a body, its secrets masked. */
  public static JsonOutline of(String body) {
    return of(body, false);
  }

  /** Of a body. */
  public static JsonOutline of(String body, boolean reveals) {
    return JsonReader.read(body)
        .map(json -> new JsonOutline(Outlining.of(json, new Masks(reveals))))
        .orElseGet(() -> new JsonOutline(List.of()));
  }

  /** Those that go on from a beginning, for completion. */
  public List<Entry> beginningWith(String prefix) {
    return entries.stream().filter(entry -> entry.path().startsWith(prefix)).toList();
  }

  /** A line each. */
  @Override
  public String toString() {
    return entries.isEmpty()
        ? "no JSON\n"
        : entries.stream().map(entry -> entry + "\n").collect(Collectors.joining());
  }
}
