package dev.squall.report;

import dev.squall.sheet.Display;
import dev.squall.stats.SavedResults;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Test suites as JUnit's XML, in the shape that CI servers agree on. */
final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(SavedResults saved) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitXml(xml).document(new TestSuites(saved));
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text in memory takes every event", e);
    }
    return text.toString();
  }

  private void document(TestSuites suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "squall");
    for (var suite : suites.all()) {
      line();
      suite(suite, suites);
    }
    line();
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void suite(TestSuites.Suite suite, TestSuites suites) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", suite.name());
    attribute("tests", String.valueOf(suite.cases().size()));
    attribute("failures", String.valueOf(suite.failures()));
    attribute("errors", "0");
    attribute("skipped", String.valueOf(suite.skipped()));
    attribute("timestamp", suites.timestamp());
    attribute("time", suites.seconds());
    line();
    xml.writeStartElement("properties");
    for (var property : suites.properties().entrySet()) {
      line();
      xml.writeEmptyElement("property");
      attribute("name", property.getKey());
      attribute("value", property.getValue());
    }
    line();
    xml.writeEndElement();
    for (var test : suite.cases()) {
      line();
      test(suite.name(), test);
    }
    line();
    xml.writeEndElement();
  }

  private void test(String suite, TestSuites.Case test) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", suite);
    attribute("name", test.name());
    attribute("time", test.seconds());
    switch (test.end()) {
      case TestSuites.Passed() -> {}
      case TestSuites.Skipped(var why) -> {
        xml.writeEmptyElement("skipped");
        attribute("message", why);
      }
      case TestSuites.Failed(var why) -> {
        xml.writeEmptyElement("failure");
        attribute("message", why);
        attribute("type", test.type());
      }
    }
    if (!test.output().isEmpty()) {
      xml.writeStartElement("system-out");
      for (var output : test.output()) {
        xml.writeCharacters(Display.printable(output));
        line();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Display.printable(value));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
