package dev.squall.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

  @ParameterizedTest
  @CsvSource({
    "a.png, image/png",
    "A.PNG, image/png",
    "x/y.tar.zip, application/zip",
    ".xml, application/xml",
    "png, application/octet-stream",
    "a.unheard, application/octet-stream",
    "a., application/octet-stream"
  })
  void theEndingSaysTheType(String path, String type) {
    assertThat(ContentTypes.of(path)).isEqualTo(type);
  }
}
