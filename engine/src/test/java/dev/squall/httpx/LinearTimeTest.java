package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight times the text takes nothing like sixty-four times the work. */
class LinearTimeTest {
  private static final int SIZE = 1_000;

  static Stream<String> pieces() {
    return Stream.of(
        "request r { curl http://a/b -H 'x: y'\n extract a = $.b\n assert status == 200\n}\n",
        "scenario s { load 5 vus for 1m\n run a -> b -> c\n think 1s .. 2s\n}\n",
        "what is this\n",
        "\n",
        "# comment\n",
        "\"",
        "' ",
        "{",
        "} ",
        "request r {\n",
        "a = [",
        "x = regex:[(",
        "$[\"",
        "run a\n\n",
        "\\\n",
        "${",
        "@request a\n",
        "a = curl b \\\n",
        ",");
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void theWorkGrowsAsTheTextDoes(String piece) {
    for (var head : new String[] {"", "request r {\n extract {\n a = regex:", "scenario s {\n"}) {
      work(head + piece.repeat(SIZE));
      long small = Math.max(2_000_000, work(head + piece.repeat(SIZE)));
      assertThat(work(head + piece.repeat(8 * SIZE))).as(head).isLessThan(32 * small);
    }
  }

  /** The least of a few, in nanoseconds of this thread. */
  private static long work(String text) {
    var threads = ManagementFactory.getThreadMXBean();
    return Stream.generate(
            () -> {
              long from = threads.getCurrentThreadCpuTime();
              Httpx.parse("long.httpx", text);
              return threads.getCurrentThreadCpuTime() - from;
            })
        .limit(2)
        .reduce(Long.MAX_VALUE, Math::min);
  }
}
