package dev.squall.report;

import dev.squall.stats.SavedResults;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Files read back by those who know nothing of Squall. */
final class Written {
  private Written() {}

  static String text(ReportFile kind, SavedResults saved) throws IOException {
    var text = new StringBuilder();
    kind.write(saved, _ -> "metrics", text);
    return text.toString();
  }

  static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  static List<Element> elements(Node within, String name) {
    var nodes =
        within instanceof Document document
            ? document.getElementsByTagName(name)
            : ((Element) within).getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  static List<CSVRecord> csv(String text) throws IOException {
    try (var parser = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(text))) {
      return parser.getRecords();
    }
  }
}
