package dev.squall.shop.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.squall.shop.json.Json;
import dev.squall.shop.store.Catalogue;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /products} and {@code /products/{id}}. */
public final class ProductRoutes {

  private static final int USUAL_LIMIT = 20;
  private static final int HIGHEST_LIMIT = 100;
  private static final byte[] OPENING = "{\"products\":[".getBytes(UTF_8);

  private final Catalogue catalogue;

  private ProductRoutes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public static void add(Routes routes, Catalogue catalogue) {
    var products = new ProductRoutes(catalogue);
    routes.open("GET", "/products", products::list);
    routes.open("GET", "/products/{id}", call -> products.one(call.parameter("id")));
  }

  private Answer one(String id) {
    return Answer.json(200, catalogue.get(id).json());
  }

  private Answer list(Call call) {
    var query = call.query();
    var page = query.number("page", 1, 1, Integer.MAX_VALUE);
    var limit = query.number("limit", USUAL_LIMIT, 1, HIGHEST_LIMIT);
    var category = query.text("category");
    var search = query.text("search");
    var found = catalogue.search(category, search);
    var pages = Math.ceilDiv(found.size(), limit);
    return Answer.json(
        200,
        rendered(
            pageOf(found, page, limit),
            new Paging(found.size(), page, limit, pages, category, search)));
  }

  private static List<Catalogue.Entry> pageOf(List<Catalogue.Entry> found, int page, int limit) {
    var from = Math.min((page - 1L) * limit, found.size());
    var to = Math.min(from + limit, found.size());
    return found.subList((int) from, (int) to);
  }

  /** The products' ready JSON, and behind it the fields of the paging without their first brace. */
  private static byte[] rendered(List<Catalogue.Entry> products, Paging paging) {
    var out = new ByteArrayOutputStream(256 * (products.size() + 1));
    out.writeBytes(OPENING);
    var first = true;
    for (var product : products) {
      if (!first) {
        out.write(',');
      }
      first = false;
      out.writeBytes(product.json());
    }
    out.writeBytes("],".getBytes(UTF_8));
    var fields = Json.write(paging);
    out.write(fields, 1, fields.length - 1);
    return out.toByteArray();
  }

  private record Paging(
      int total,
      int page,
      int limit,
      int totalPages,
      @Nullable String category,
      @Nullable String search) {}
}
