package dev.squall.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * An XPath 1.0, read from many bodies by many users at the same time. The JDK's compiled
 * expressions serve one thread at a time; as many of them are kept as ever were read at once, which
 * is the number of processors and not of users.
 */
public final class XPathQuery {
  /** Steps on axes have two colons, names in a namespace one. */
  private static final Pattern UNBOUND =
      Pattern.compile("(?<![\\w.:-])(?<prefix>[\\p{L}_][\\w.-]*):(?<name>[\\p{L}_][\\w.-]*)");

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  private static final Pattern VARIABLE = Pattern.compile("\\$[\\p{L}_{]");

  private static final String EXAMPLE = "for example //order[@id='7']/total";

  private final String expression;
  private final ConcurrentLinkedQueue<XPathExpression> idle = new ConcurrentLinkedQueue<>();

  private XPathQuery(String expression) {
    this.expression = expression;
  }

  /** An XPath that can be read, or why it cannot. */
  sealed interface Compiled {

    /** The XPath, ready to read bodies. */
    record Ready(XPathQuery query) implements Compiled {}

    /**
     * What is wrong with it.
     *
     * @param what the fault in words
     * @param offset where it shows; 0 where that is not known
     * @param hint what would be right
     */
    record Refused(String what, int offset, String hint) implements Compiled {}
  }

  /** What an XPath found. */
  public sealed interface Found {}

  /**
   * Nothing, or a body that is not XML.
   *
   * @param reason in words, for people
   */
  public record Missing(String reason) implements Found {}

  /** The string-value of the first node, or a number, text or truth as XPath's string() has it. */
  public record Text(String value) implements Found {}

  /** Compiles an XPath; never throws. */
  static Compiled compile(String expression) {
    var bare =
        QUOTED
            .matcher(expression)
            .replaceAll(text -> "'" + "_".repeat(text.group().length() - 2) + "'");
    var variable = VARIABLE.matcher(bare);
    if (variable.find()) {
      return new Compiled.Refused(
          "an XPath here has no variables", variable.start(), "write the value itself");
    }
    var unbound = UNBOUND.matcher(bare);
    if (unbound.find()) {
      return new Compiled.Refused(
          "the prefix " + unbound.group("prefix") + " stands for no namespace",
          unbound.start(),
          "*[local-name()='" + unbound.group("name") + "']");
    }
    try {
      var query = new XPathQuery(expression);
      query.idle.add(query.compiled());
      // Some mistakes, such as a count of a text, show only when there is something to read.
      query.evaluate(XmlText.empty());
      return new Compiled.Ready(query);
    } catch (XPathExpressionException | RuntimeException | StackOverflowError e) {
      return new Compiled.Refused("not an XPath: " + reason(e), 0, EXAMPLE);
    }
  }

  /** The innermost message that says something, without the names of classes before it. */
  private static String reason(Throwable fault) {
    var reason = fault instanceof StackOverflowError ? "it is too deep" : "it cannot be read";
    for (@Nullable Throwable at = fault; at != null; at = at.getCause()) {
      var message = at.getMessage();
      if (message != null && !message.isBlank()) {
        reason = message.replaceFirst("^(?:[\\w.]+Exception: )+", "").strip();
      }
    }
    return reason;
  }

  /**
   * What each of several XPaths finds, in their order. The body is parsed once.
   *
   * @param body the bytes; only those in {@code from} (included) to {@code to} (excluded) are read
   * @return as many answers as queries
   */
  public static List<Found> readAll(List<XPathQuery> queries, byte[] body, int from, int to) {
    if (queries.isEmpty()) {
      return List.of();
    }
    return switch (XmlText.parse(body, from, to)) {
      case XmlText.Parsed.Xml(var document) ->
          queries.stream().map(query -> query.read(document)).toList();
      case XmlText.Parsed.Not(var reason) ->
          Collections.nCopies(queries.size(), new Missing(reason));
    };
  }

  private Found read(Document document) {
    try {
      return evaluate(document);
    } catch (XPathExpressionException | RuntimeException | StackOverflowError e) {
      return new Missing("the XPath cannot be read here: " + reason(e));
    }
  }

  private Found evaluate(Document document) throws XPathExpressionException {
    var taken = idle.poll();
    var ready = taken == null ? compiled() : taken;
    var found = found(ready.evaluateExpression(document));
    idle.add(ready);
    return found;
  }

  private Found found(XPathEvaluationResult<?> result) {
    return switch (result.value()) {
      case XPathNodes nodes -> first(nodes);
      case Number number -> new Text(text(number.doubleValue()));
      case Object other -> new Text(other.toString());
    };
  }

  private Found first(XPathNodes nodes) {
    for (var node : nodes) {
      return new Text(text(node));
    }
    return new Missing("there is nothing at " + expression);
  }

  /** XPath 1.0 §5: the string-value; of a document, that of its element. */
  private static String text(Node node) {
    var of = node instanceof Document document ? document.getDocumentElement() : node;
    var text = of.getTextContent();
    return text == null ? "" : text;
  }

  /** XPath 1.0 §4.2, string(). */
  private static String text(double number) {
    return Double.isNaN(number) || Double.isInfinite(number)
        ? Double.toString(number)
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private XPathExpression compiled() throws XPathExpressionException {
    return XPathFactory.newDefaultInstance().newXPath().compile(expression);
  }

  @Override
  public String toString() {
    return expression;
  }
}
