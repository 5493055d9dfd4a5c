package dev.squall.shell.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "curl,CURL,.sh",
    "httpx,HTTPX,.httpx",
    "java,JAVA,.java",
    "JSH,JSH,.jsh",
    "k6,K6,.js",
    "Gatling,GATLING,.java",
    "hurl,HURL,.hurl"
  })
  void aFormatIsFoundByItsWordInAnyCase(String word, Format format, String ending) {
    assertThat(Format.named(word)).contains(format);
    assertThat(format.ending()).isEqualTo(ending);
  }

  @Test
  void anyOtherWordIsNone() {
    assertThat(Format.named("jmeter")).isEmpty();
  }
}
