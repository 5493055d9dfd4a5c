package dev.squall.plan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Bodies as XML. A document with a DOCTYPE is not read: that leaves no entities to expand and
 * nothing to fetch. Elements may lie 1000 deep, as in JSON.
 */
final class XmlText {
  private static final int DEEPEST = 1000;

  private static final ConcurrentLinkedQueue<DocumentBuilder> IDLE = new ConcurrentLinkedQueue<>();

  /** A document, or why there is none. */
  sealed interface Parsed {
    record Xml(Document document) implements Parsed {}

    record Not(String reason) implements Parsed {}
  }

  /** The JDK's own would print on standard error. */
  private enum Quiet implements ErrorHandler {
    QUIET;

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {}

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  private XmlText() {}

  /** A document of one empty element. */
  static Document empty() {
    var document = builder().newDocument();
    document.appendChild(document.createElement("empty"));
    return document;
  }

  static Parsed parse(byte[] body, int from, int to) {
    if (from == to) {
      return new Parsed.Not("there is no body");
    }
    var taken = IDLE.poll();
    var builder = taken == null ? builder() : taken;
    try {
      var document = builder.parse(new ByteArrayInputStream(body, from, to - from));
      IDLE.add(builder);
      return new Parsed.Xml(document);
    } catch (SAXParseException e) {
      IDLE.add(builder);
      return new Parsed.Not(
          "the body is not XML that is read: line %d, column %d: %s"
              .formatted(e.getLineNumber(), e.getColumnNumber(), firstLine(e)));
    } catch (SAXException | IOException e) {
      IDLE.add(builder);
      return not(e);
    } catch (RuntimeException | StackOverflowError e) {
      // After such an end nobody knows what the builder still holds.
      return not(e);
    }
  }

  private static Parsed not(Throwable fault) {
    return new Parsed.Not("the body is not XML that is read: " + firstLine(fault));
  }

  private static String firstLine(Throwable fault) {
    var message = String.valueOf(fault.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }

  private static DocumentBuilder builder() {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      factory.setNamespaceAware(true);
      factory.setCoalescing(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(Quiet.QUIET);
      builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser cannot be made safe", e);
    }
  }
}
