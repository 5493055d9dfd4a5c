package dev.squall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.squall.stats.Judgements;
import dev.squall.stats.Latencies;
import dev.squall.stats.Results;
import dev.squall.stats.SavedResults;
import dev.squall.stats.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JunitXmlTest {
  private static void validate(String xml) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitXmlTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static String xml(Results results) throws IOException {
    return Written.text(ReportFile.JUNIT, new SavedResults(results, new Judgements(List.of())));
  }

  private static Element test(String xml, String name) throws Exception {
    return Written.elements(Written.xml(xml), "testcase").stream()
        .filter(test -> test.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsWrittenIsValid() throws Exception {
    validate(Written.text(ReportFile.JUNIT, ReportGallery.judged(BusyMinute.of(3))));
    validate(
        Written.text(ReportFile.JUNIT, ReportGallery.judged(BusyMinute.of(3, BusyMinute.HOSTILE))));
    validate(xml(Runs.empty()));
    assertThatThrownBy(() -> validate("<testsuites><testcase name='a'/></testsuites>"))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void aMissedGoalFailsWhereItsStepIs() throws Exception {
    var xml = Written.text(ReportFile.JUNIT, ReportGallery.judged(BusyMinute.of(5)));

    var suites = Written.elements(Written.xml(xml), "testsuite");
    assertThat(suites)
        .extracting(
            suite -> suite.getAttribute("name"),
            suite -> suite.getAttribute("tests"),
            suite -> suite.getAttribute("failures"),
            suite -> suite.getAttribute("skipped"))
        .containsExactly(
            tuple("day", "3", "0", "1"),
            tuple("shopping", "5", "1", "0"),
            tuple("browsing", "1", "0", "0"));
    var goal = test(xml, "p95 of checkout below 50 ms");
    assertThat(goal.getAttribute("classname")).isEqualTo("shopping");
    assertThat(Written.elements(goal, "failure"))
        .singleElement()
        .satisfies(failure ->
            assertThat(failure.getAttribute("message"))
                .startsWith("missed: p95 of checkout below 50 ms: "));
  }

  @Test
  void failedRequestsFailNoTestAndAreToldInItsOutput() throws Exception {
    var login = test(xml(Runs.small()), "login");

    assertThat(Written.elements(login, "failure")).isEmpty();
    assertThat(login.getAttribute("time")).isEqualTo("0.050015");
    assertThat(login.getTextContent())
        .contains("10 requests: 9 ok, 1 failed", "1 × check_failed, check_failed: status was 401");
  }

  @ParameterizedTest
  @CsvSource({"TRUSTED, 0, 0", "SUSPECT, 1, 0", "INVALID, 0, 1"})
  void whoCannotBeTrustedFailsATest(Verdict verdict, int skipped, int failed) throws Exception {
    var trusted = test(xml(Runs.by(Latencies.NONE, 0, verdict, "no ports were left")), "trusted");

    assertThat(Written.elements(trusted, "skipped")).hasSize(skipped);
    assertThat(Written.elements(trusted, "failure")).hasSize(failed);
  }
}
