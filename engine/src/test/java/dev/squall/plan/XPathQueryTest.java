package dev.squall.plan;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class XPathQueryTest {
  private static final String ORDERS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <s:Envelope xmlns:s="urn:soap"><s:Body>
      <order id="7"><total currency="EUR">12.50</total><note>a<b>b</b><![CDATA[<c>]]></note></order>
      <order id="8"><total currency="USD">1e3</total><note/></order>
      </s:Body></s:Envelope>
      """;

  private static XPathQuery query(String expression) {
    return ((XPathQuery.Compiled.Ready) XPathQuery.compile(expression)).query();
  }

  private static XPathQuery.Found read(String expression, byte[] body) {
    return XPathQuery.readAll(List.of(query(expression)), body, 0, body.length).getFirst();
  }

  private static String text(String expression, String body) {
    return ((XPathQuery.Text) read(expression, body.getBytes(UTF_8))).value();
  }

  private static String reason(String expression, byte[] body) {
    return ((XPathQuery.Missing) read(expression, body)).reason();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//order/total|12.50",
        "//order[@id='8']/total|1e3",
        "//order/total/@currency|EUR",
        "//order[2]/note|''",
        "//order[1]/note|ab<c>",
        "//order[1]/note/text()[2]|<c>",
        "count(//order)|2",
        "sum(//order[1]/total)|12.5",
        "count(//order) div 4|0.5",
        "-count(//none)|0",
        "1 div 0|Infinity",
        "number('x')|NaN",
        "100000000000000000000|100000000000000000000",
        "boolean(//order)|true",
        "//order[1]/total > 13|false",
        "string(//order[2]/@id)|8",
        "name(//*[local-name()='Body'])|s:Body",
        "//*[local-name()='Body' and namespace-uri()='urn:soap']/order/@id|7"
      })
  void whatIsSelectedIsItsStringValue(String expression, String value) {
    assertThat(text(expression, ORDERS)).isEqualTo(value);
  }

  @Test
  void aDocumentsTextIsThatOfItsElement() {
    assertThat(text("/", "<!-- x --><a>1<b>2</b></a>")).isEqualTo("12");
  }

  @Test
  void severalAreReadTogether() {
    var body = ("xx" + ORDERS.strip() + "yy").getBytes(UTF_8);
    assertThat(
            XPathQuery.readAll(
                List.of(query("//order[2]/@id"), query("//none"), query("count(//order)")),
                body,
                2,
                body.length - 2))
        .containsExactly(
            new XPathQuery.Text("8"),
            new XPathQuery.Missing("there is nothing at //none"),
            new XPathQuery.Text("2"));
  }

  @Test
  void theEncodingIsThatOfTheDocument() {
    assertThat(read("/a", "<a>größe</a>".getBytes(UTF_16))).isEqualTo(new XPathQuery.Text("größe"));
    assertThat(
            read(
                "/a",
                "<?xml version='1.0' encoding='ISO-8859-1'?><a>größe</a>"
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)))
        .isEqualTo(new XPathQuery.Text("größe"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        "<a>",
        "<a></b>",
        "<a/><a/>",
        "<a>&nope;</a>",
        "<a xmlns:b=''/>",
        "<a>\u0001</a>",
        "<?xml version='1.0' encoding='nope'?><a/>",
        "text"
      })
  void whatIsNotXmlIsMissing(String body) {
    assertThat(reason("/a", body.getBytes(UTF_8))).startsWith("the body is not XML that is read: ");
  }

  @Test
  void noBodyIsMissing() {
    assertThat(reason("/a", new byte[0])).isEqualTo("there is no body");
  }

  @Test
  void aDocumentTypeIsNotReadSoThatNothingExpandsAndNothingIsFetched() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(1);
      var url = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
      var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
      for (int i = 1; i < 30; i++) {
        laughs.append("<!ENTITY l%d \"&l%d;&l%d;&l%d;\">".formatted(i, i - 1, i - 1, i - 1));
      }
      for (var attack :
          List.of(
              laughs + "]><a>&l29;</a>",
              "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
              "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + url + "\">]><a>&x;</a>",
              "<!DOCTYPE a SYSTEM \"" + url + "\"><a/>",
              "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + url + "\"> %x;]><a/>")) {
        assertThat(reason("/a", attack.getBytes(UTF_8))).contains("DOCTYPE");
      }
      assertThat(
              text(
                  "count(//*)",
                  "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='"
                      + url
                      + "'/></a>"))
          .isEqualTo("2");
      assertThat(
              text(
                  "name(/*)",
                  "<a xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:schemaLocation='u "
                      + url
                      + "'/>"))
          .isEqualTo("a");
      org.assertj.core.api.Assertions.assertThatThrownBy(listener::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void deepNestingNeitherHangsNorThrows() {
    var fine = "<a>".repeat(1000) + "x" + "</a>".repeat(1000);
    assertThat(text("/a", fine)).isEqualTo("x");
    var deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    assertThat(reason("//a", deep.getBytes(UTF_8))).contains("1,000").contains("line 1");
    assertThat(reason("//a", "<a>".repeat(100_000).getBytes(UTF_8))).contains("1,000");
  }

  @Test
  void manyAttributesAndLongNamesDoNotHang() {
    var attributes = new StringBuilder("<a ");
    for (int i = 0; i < 50_000; i++) {
      attributes.append('b').append(i).append("='' ");
    }
    assertThat(read("/a", attributes.append("/>").toString().getBytes(UTF_8))).isNotNull();
    assertThat(read("/a", ("<" + "a".repeat(1 << 20) + "/>").getBytes(UTF_8))).isNotNull();
  }

  @Test
  void damagedDocumentsNeverThrowAndNothingIsPrinted() {
    var queries = List.of(query("//order/total"));
    var random = new Random(4);
    var printed = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      for (int i = 0; i < 3000; i++) {
        var body = ORDERS.getBytes(UTF_8);
        for (int k = 0; k < 3; k++) {
          body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        assertThat(XPathQuery.readAll(queries, body, 0, body.length)).hasSize(1);
      }
    } finally {
      System.setErr(before);
    }
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Test
  void oneQueryServesManyThreads() throws InterruptedException {
    var query = query("concat(//order[1]/total, '-', /*/@n)");
    var wrong = new ConcurrentLinkedQueue<XPathQuery.Found>();
    var done = new CountDownLatch(8);
    for (int t = 0; t < 8; t++) {
      var body = "<r n='%d'><order><total>5</total></order></r>".formatted(t).getBytes(UTF_8);
      var expected = new XPathQuery.Text("5-" + t);
      Thread.ofVirtual()
          .start(() -> {
            for (int i = 0; i < 500; i++) {
              var found = XPathQuery.readAll(List.of(query), body, 0, body.length).getFirst();
              if (!found.equals(expected)) {
                wrong.add(found);
              }
            }
            done.countDown();
          });
    }
    done.await();
    assertThat(wrong).isEmpty();
  }
}
