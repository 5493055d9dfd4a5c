package dev.squall.shop.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.json.Json;
import dev.squall.shop.json.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A table as JSON, rendered once: all of its rows, each by its number, and those that belong to one
 * row of another table.
 */
public final class Rows {

  private static final byte[] NONE = "[]".getBytes(UTF_8);

  private final byte[] all;
  private final Map<Integer, byte[]> byId;
  private final Map<Integer, byte[]> byOwner;

  private Rows(byte[] all, Map<Integer, byte[]> byId, Map<Integer, byte[]> byOwner) {
    this.all = all;
    this.byId = byId;
    this.byOwner = byOwner;
  }

  static <T> Rows of(List<T> rows, Function<T, Integer> id, Function<T, Integer> owner) {
    var byId = new HashMap<Integer, byte[]>();
    var owned = new HashMap<Integer, List<byte[]>>();
    for (var row : rows) {
      var json = Json.write(row);
      byId.put(id.apply(row), json);
      owned.computeIfAbsent(owner.apply(row), o -> new ArrayList<>()).add(json);
    }
    var all = rows.stream().map(id).map(byId::get).toList();
    var byOwner = new HashMap<Integer, byte[]>();
    owned.forEach((number, its) -> byOwner.put(number, array(its)));
    return new Rows(array(all), byId, byOwner);
  }

  private static byte[] array(List<byte[]> elements) {
    var out = new ByteArrayOutputStream();
    var separator = '[';
    for (var element : elements) {
      out.write(separator);
      out.writeBytes(element);
      separator = ',';
    }
    out.write(']');
    return out.toByteArray();
  }

  /** An array of all rows. */
  public byte[] all() {
    return all;
  }

  /**
   * The row of that number.
   *
   * @throws Refusal 404 when there is none
   */
  public byte[] one(int id) {
    var row = byId.get(id);
    if (row == null) {
      throw Refusal.notFound("there is no id %d; the highest is %d".formatted(id, byId.size()));
    }
    return row;
  }

  /** An array of the rows that belong to that owner, maybe empty. */
  public byte[] of(int owner) {
    return byOwner.getOrDefault(owner, NONE);
  }
}
