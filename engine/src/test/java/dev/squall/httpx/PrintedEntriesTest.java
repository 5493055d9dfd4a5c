package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.httpx.Script.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintedEntriesTest {
  private static final int ENTRIES = 2000;

  private static Entry readBack(Entry entry, String text) {
    return Httpx.script("printed.httpx", text, Map.of()).entry(entry.name()).orElseThrow();
  }

  @Test
  void whatIsPrintedReadsAsTheSameEntry() {
    for (int seed = 0; seed < ENTRIES; seed++) {
      var entry = new GeneratedEntries(seed).next();
      var text = Httpx.print(List.of(entry));
      assertThat(readBack(entry, text)).as("seed %d:%n%s", seed, text).isEqualTo(entry);
    }
  }
}
