package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.squall.shop.json.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.jetty.util.UrlEncoded;

/** Names in their order, each with its value, or with an array where it came more than once. */
final class HttpbinValues {

  /** Names and values of a form together cost many times their bytes. */
  static final int MOST = 1_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /**
   * The pairs of a query or of a form.
   *
   * @param what names it in a refusal
   * @throws Refusal 400 when it is not properly percent-encoded UTF-8, or has too many pairs
   */
  static HttpbinValues decoded(String encoded, String what) {
    var decoded = new HttpbinValues();
    try {
      BiConsumer<String, String> add = decoded::add;
      UrlEncoded.decodeTo(encoded, add, UTF_8, MOST);
    } catch (IllegalStateException e) {
      throw Refusal.badRequest("%s has more than %d pairs".formatted(what, MOST));
    } catch (RuntimeException e) {
      throw Refusal.badRequest(what + " is not properly percent-encoded UTF-8");
    }
    return decoded;
  }

  void add(String name, String value) {
    values.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
  }

  void forEach(BiConsumer<String, String> pair) {
    values.forEach((name, all) -> all.forEach(value -> pair.accept(name, value)));
  }

  @JsonValue
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    values.forEach((name, all) -> json.put(name, all.size() == 1 ? all.getFirst() : all));
    return json;
  }
}
