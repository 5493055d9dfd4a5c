package dev.squall.shop.routes;

import dev.squall.shop.store.Catalogue;
import dev.squall.shop.store.Once;
import dev.squall.shop.store.Product;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.jetty.http.HttpField;

/** {@code /csv} and {@code /html}: the products in other formats, to practise extraction on. */
public final class CatalogueRoutes {

  private static final HttpField CSV = Answer.type("text/csv; charset=utf-8; header=present");
  private static final HttpField HTML = Answer.type("text/html; charset=utf-8");

  private static final Object[] COLUMNS = {
    "id", "name", "description", "price", "category", "stock", "image_url"
  };

  private CatalogueRoutes() {}

  public static void add(Routes routes, Catalogue catalogue) {
    var csv = new Once<>(() -> Answer.text(200, CSV, csv(products(catalogue))));
    var html = new Once<>(() -> Answer.text(200, HTML, ProductPage.of(products(catalogue))));
    routes.open("GET", "/csv", call -> csv.get());
    routes.open("GET", "/html", call -> html.get());
  }

  private static List<Product> products(Catalogue catalogue) {
    return catalogue.search(null, null).stream().map(Catalogue.Entry::product).toList();
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
}
