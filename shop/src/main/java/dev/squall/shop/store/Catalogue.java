package dev.squall.shop.store;

import dev.squall.shop.json.Json;
import dev.squall.shop.json.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The products of a shop. */
public final class Catalogue {

  /**
   * A product with its JSON, and the lower-case text that a search looks through. Written once: a
   * shop must not spend a lesson's CPU on the same JSON again.
   */
  public static final class Entry {

    private final Product product;
    private final String searched;
    private volatile byte @Nullable [] json;

    Entry(Product product) {
      this.product = product;
      searched = (product.name() + '\n' + product.description()).toLowerCase(Locale.ROOT);
    }

    public Product product() {
      return product;
    }

    /** The product as JSON, in UTF-8. */
    public byte[] json() {
      var known = json;
      if (known == null) {
        known = Json.write(product);
        json = known;
      }
      return known;
    }
  }

  private static final int REMEMBERED_SEARCHES = 1_000;

  private record Shelves(List<Entry> entries, Map<String, Entry> byId) {}

  private final Once<Shelves> shelves;
  private final Map<Wanted, List<Entry>> answered = new ConcurrentHashMap<>();

  public Catalogue(long seed) {
    shelves = new Once<>(() -> stocked(seed));
  }

  private static Shelves stocked(long seed) {
    var entries = new ArrayList<Entry>();
    var byId = new HashMap<String, Entry>();
    for (var product : Assortment.ofSeed(seed)) {
      var entry = new Entry(product);
      entries.add(entry);
      byId.put(product.id(), entry);
    }
    return new Shelves(entries, byId);
  }

  /** Writes every product that nobody has asked for yet, so that nobody waits for that later. */
  public void render() {
    for (var entry : shelves.get().entries()) {
      var _ = entry.json();
    }
  }

  /** The entry of that id, or null where there is none. */
  @Nullable Entry find(String id) {
    return shelves.get().byId().get(id);
  }

  /**
   * The entry of that id.
   *
   * @throws Refusal 404 when there is no such product
   */
  public Entry get(String id) {
    var entry = find(id);
    if (entry == null) {
      throw Refusal.notFound("there is no product '" + id + "'");
    }
    return entry;
  }

  /** The products of a category whose name or description contains the text; null asks for any. */
  public List<Entry> search(@Nullable String category, @Nullable String text) {
    if (category == null && text == null) {
      return shelves.get().entries();
    }
    var wanted = new Wanted(category, text == null ? "" : text.toLowerCase(Locale.ROOT));
    var known = answered.get(wanted);
    if (known != null) {
      return known;
    }
    var found =
        shelves.get().entries().stream()
            .filter(e -> category == null || e.product.category().equals(category))
            .filter(e -> e.searched.contains(wanted.text()))
            .toList();
    // Random searches must not fill the memory; past the bound they are simply done again.
    if (answered.size() < REMEMBERED_SEARCHES) {
      answered.put(wanted, found);
    }
    return found;
  }

  private record Wanted(@Nullable String category, String text) {}
}
