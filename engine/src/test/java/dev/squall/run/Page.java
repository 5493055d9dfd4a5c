package dev.squall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A page of the documentation whose examples stand in a test, between two comments. */
final class Page {
  private Page() {}

  /** Every example of the page, in order, word for word what the test compiles and runs. */
  static void shows(String page, int examples, Class<?> test) throws IOException {
    var source = test.getName().replace('.', '/') + ".java";
    var here = Files.readString(Path.of("src/test/java").resolve(source));
    var tested =
        Pattern.compile("\n    // page\n(.*?)    // end\n", Pattern.DOTALL)
            .matcher(here)
            .results()
            .map(region -> region.group(1).replaceAll("(?m)^    ", ""))
            .toList();
    var shown =
        Pattern.compile("\n```java\n(.*?)```\n", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs").resolve(page)))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(shown).hasSize(examples).isEqualTo(tested);
  }
}
