package dev.squall.shop.routes;

import dev.squall.shop.store.Product;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.StringUtil;

/** Some products as a page that is HTML and XML at once, so that XPath finds its way in it. */
final class ProductPage {

  // A few of each category, and among them prod-123, whose price the contract fixes.
  private static final int EVERY = 41;

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>Products · practice shop</title>
        <style>
          body { font: 16px/1.5 system-ui, sans-serif; color: #1c2330; background: #f5f6f8; margin: 0; }
          header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem; }
          nav a { margin-right: 1rem; }
          a { color: #0b5cad; }
          form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0 0 1.5rem; }
          label { display: grid; font-size: .875rem; }
          input, select, button { font: inherit; box-sizing: border-box; height: 2.25rem; padding: 0 .6rem; border: 1px solid #8a94a6; border-radius: .3rem; background: #fff; }
          button { background: #0b5cad; border-color: #0b5cad; color: #fff; }
          table { width: 100%; border-collapse: collapse; background: #fff; }
          caption { text-align: left; padding-bottom: .5rem; }
          th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid #dfe3e9; }
          .price, .stock { text-align: right; font-variant-numeric: tabular-nums; }
          @media (max-width: 40rem) { .description, .stock { display: none; } }
        </style>
      </head>
      <body>
      <header>
        <h1 id="title">Practice shop</h1>
        <nav>
          <a href="/products">Products</a>
          <a href="/csv">Products as CSV</a>
          <a href="/health">Health</a>
        </nav>
      </header>
      <main>
        <form id="search" action="/products" method="get">
          <input type="hidden" name="page" value="1"/>
          <label>Search <input type="search" name="search" value=""/></label>
          <label>Category
            <select name="category">
              <option value="">any</option>
      {options}
            </select>
          </label>
          <label>On a page <input type="number" name="limit" value="20" min="1" max="100"/></label>
          <button type="submit">Search</button>
        </form>
        <table id="products">
          <caption><span id="shown">{shown}</span> of <span id="total">{total}</span> products</caption>
          <thead>
            <tr><th>Name</th><th class="description">Description</th><th>Category</th><th class="price">Price</th><th class="stock">Stock</th></tr>
          </thead>
          <tbody>
      {rows}
          </tbody>
        </table>
      </main>
      <footer><p>Made up from a seed: nothing here is for sale.</p></footer>
      </body>
      </html>
      """;

  private static final String ROW =
      """
      <tr class="product" id="{id}" data-category="{category}">
        <td class="name"><a href="/products/{id}">{name}</a></td>
        <td class="description">{description}</td>
        <td class="category">{category}</td>
        <td class="price">{price}</td>
        <td class="stock">{stock}</td>
      </tr>
      """;

  private ProductPage() {}

  static String of(List<Product> products) {
    var shown =
        IntStream.rangeClosed(1, products.size() / EVERY)
            .mapToObj(i -> products.get(i * EVERY - 1))
            .toList();
    var options =
        products.stream()
            .map(Product::category)
            .distinct()
            .map(c -> "        <option>" + c + "</option>")
            .collect(Collectors.joining("\n"));
    var rows = shown.stream().map(ProductPage::row).collect(Collectors.joining());
    return PAGE.replace("{options}", options)
        .replace("{shown}", Integer.toString(shown.size()))
        .replace("{total}", Integer.toString(products.size()))
        .replace("{rows}", rows.indent(6).stripTrailing());
  }

  private static String row(Product product) {
    return ROW.replace("{id}", product.id())
        .replace("{name}", escaped(product.name()))
        .replace("{description}", escaped(product.description()))
        .replace("{category}", escaped(product.category()))
        .replace("{price}", product.price().toPlainString())
        .replace("{stock}", Integer.toString(product.stock()));
  }

  private static String escaped(String text) {
    return String.valueOf(StringUtil.sanitizeXmlString(text));
  }
}
