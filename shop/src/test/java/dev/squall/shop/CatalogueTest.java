package dev.squall.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class CatalogueTest extends ShopTest {

  // RFC 4180, one field and what ends it; written here so that no library checks itself.
  private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(,|$)");

  private final XPath xpath = XPathFactory.newInstance().newXPath();

  @Test
  void theCsvHasAHeaderAndEveryProduct() {
    var answer = client.get("/csv");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/csv; charset=utf-8; header=present");
    assertThat(answer.text()).endsWith("\r\n");
    var lines = answer.text().split("\r\n", 0);
    assertThat(lines).hasSize(1001);
    assertThat(lines[0]).isEqualTo("id,name,description,price,category,stock,image_url");
    var row = 1;
    for (var page = 1; page <= 10; page++) {
      for (var product : client.get("/products?limit=100&page=" + page).json().path("products")) {
        assertThat(fields(lines[row])).isEqualTo(fields(product));
        row++;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"/csv", "/html"})
  void aHeadHasTheLengthAndNoBody(String path) {
    var answer = client.send("HEAD", path, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("content-length"))
        .isEqualTo(Integer.toString(client.get(path).text().getBytes(UTF_8).length));
  }

  @Test
  void thePageIsHtmlThatXpathFindsItsWayIn() throws Exception {
    var answer = client.get("/html");
    var page = parsed(answer.text());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.text()).startsWith("<!DOCTYPE html>");
    assertThat(xpath.evaluate("//tr[@id='prod-123']/td[@class='price']", page)).isEqualTo("99.99");
    assertThat(xpath.evaluate("count(//tr[@class='product'])", page)).isEqualTo("24");
    assertThat(xpath.evaluate("//span[@id='shown']", page)).isEqualTo("24");
    assertThat(xpath.evaluate("//span[@id='total']", page)).isEqualTo("1000");
    assertThat(xpath.evaluate("//h1[@id='title']", page)).isEqualTo("Practice shop");
    assertThat(xpath.evaluate("//form[@id='search']/@action", page)).isEqualTo("/products");
    assertThat(xpath.evaluate("count(//form//option)", page)).isEqualTo("6");
  }

  @Test
  void thePageShowsTheProductsOfTheApi() throws Exception {
    var page = parsed(client.get("/html").text());
    for (var id : texts(page, "//tr[@class='product']/@id")) {
      var product = client.get("/products/" + id).json();
      for (var field : List.of("name", "description", "category", "price", "stock")) {
        assertThat(
                xpath.evaluate("//tr[@id='%s']/td[@class='%s']".formatted(id, field), page).strip())
            .isEqualTo(shown(product.path(field)));
      }
      assertThat(xpath.evaluate("//tr[@id='" + id + "']/@data-category", page))
          .isEqualTo(product.path("category").asText());
    }
  }

  @Test
  void everyLinkAndTheFormLeadSomewhere() throws Exception {
    var page = parsed(client.get("/html").text());

    assertThat(texts(page, "//a/@href"))
        .hasSizeGreaterThan(24)
        .allSatisfy(link -> assertThat(client.get(link).status()).as(link).isEqualTo(200));
    assertThat(client.get("/products?page=1&search=&category=&limit=20").status()).isEqualTo(200);
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    var text = client.get("/html").text().replace("xmlns=\"http://www.w3.org/1999/xhtml\"", "");

    assertThat(text).doesNotContain("<script", "src=", "://", "url(", "@import", "<link", " on");
  }

  private static List<String> fields(JsonNode product) {
    var fields = new ArrayList<String>();
    product.forEach(value -> fields.add(shown(value)));
    return fields;
  }

  private static String shown(JsonNode value) {
    // Jackson's tree drops the last zero of a price.
    return value.isBigDecimal() ? value.decimalValue().setScale(2).toString() : value.asText();
  }

  private static List<String> fields(String line) {
    var fields = new ArrayList<String>();
    var field = FIELD.matcher(line);
    var end = 0;
    do {
      assertThat(field.find(end) && field.start() == end).as(line).isTrue();
      var quoted = field.group(1);
      fields.add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
      end = field.end();
    } while (!field.group(3).isEmpty());
    return fields;
  }

  private static Document parsed(String page) throws Exception {
    var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return parser.parse(new ByteArrayInputStream(page.getBytes(UTF_8)));
  }

  private List<String> texts(Document page, String path) throws Exception {
    var nodes = (NodeList) xpath.evaluate(path, page, XPathConstants.NODESET);
    var texts = new ArrayList<String>();
    for (var i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getNodeValue());
    }
    return texts;
  }
}
