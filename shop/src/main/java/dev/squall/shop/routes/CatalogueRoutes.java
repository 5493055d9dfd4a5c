package dev.squall.shop.routes;

import dev.squall.shop.store.Catalogue;
import dev.squall.shop.store.Product;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** {@code /csv} and {@code /html}: the products in other formats, to practise extraction on. */
public final class CatalogueRoutes {

  private static final HttpField CSV = Answer.type("text/csv; charset=utf-8; header=present");
  private static final HttpField HTML = Answer.type("text/html; charset=utf-8");

  private static final Object[] COLUMNS = {
    "id", "name", "description", "price", "category", "stock", "image_url"
  };

  private CatalogueRoutes() {}

  public static void add(Routes routes, Catalogue catalogue) {
    var products = catalogue.search(null, null).stream().map(Catalogue.Entry::product).toList();
    var csv = new Once(() -> Answer.text(200, CSV, csv(products)));
    var html = new Once(() -> Answer.text(200, HTML, ProductPage.of(products)));
    routes.open("GET", "/csv", call -> csv.answer());
    routes.open("GET", "/html", call -> html.answer());
  }

  private static String csv(List<Product> products) {
    var rows = products.stream().map(CatalogueRoutes::row);
    return Stream.concat(Stream.<Object[]>of(COLUMNS), rows)
        .map(row -> CSVFormat.RFC4180.format(row) + "\r\n")
        .collect(Collectors.joining());
  }

  private static Object[] row(Product p) {
    return new Object[] {
      p.id(), p.name(), p.description(), p.price(), p.category(), p.stock(), p.imageUrl()
    };
  }

  /** An answer rendered for whoever asks first, so that no start of a shop waits for it. */
  private static final class Once {

    private final Supplier<Answer> rendering;
    private volatile @Nullable Answer rendered;

    Once(Supplier<Answer> rendering) {
      this.rendering = rendering;
    }

    Answer answer() {
      var known = rendered;
      if (known == null) {
        known = rendering.get(); // by two at once at worst, and to the same bytes
        rendered = known;
      }
      return known;
    }
  }
}
