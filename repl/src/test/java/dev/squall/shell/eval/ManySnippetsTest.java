package dev.squall.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What bench/snippets does with a thousand, with a hundred and twenty. */
class ManySnippetsTest {
  private static final int ROUNDS = 10;
  private static final List<String> IMPORTS =
      List.of("import java.util.zip.*;", "import static java.lang.Math.*;");

  private final Map<String, Object> expected = new HashMap<>();
  private final List<Outcome.Threw> thrown = new ArrayList<>();
  private int rejected;

  @Test
  void noVariableIsLostAndNoFrameOfOursIsSeen() throws InterruptedException {
    try (var session = new Evaluations()) {
      session.all("import java.util.*; import java.util.function.*; import java.util.stream.*;");
      for (int round = 0; round < ROUNDS; round++) {
        round(session, round);
      }
      assertThat(session.resets).isEmpty();
      var values = new HashMap<String, Object>();
      session.java.variables().forEach(one -> values.put(one.name(), one.value()));
      assertThat(values).containsAllEntriesOf(expected);
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(values.get("g" + round)).isNotNull();
        assertThat(String.valueOf(values.get("r" + round))).isEqualTo("R" + round + "[a=7, b=b]");
      }
    }
    assertThat(rejected).isEqualTo(2 * ROUNDS);
    assertThat(thrown).hasSize(2 * ROUNDS);
    for (var one : thrown) {
      assertThat(one.frames().getLast().getFileName()).startsWith("#");
      assertThat(one.frames())
          .noneMatch(frame -> frame.getClassName().matches("(dev.squall|jdk.jshell).*"));
    }
  }

  private void round(Evaluations session, int i) throws InterruptedException {
    // Every method is declared anew once, with what was made by it there; some for another type.
    var f = "f" + i / 2;
    var half = "half" + i / 2;
    var type = i % 4 == 3 ? "long " : "int ";
    perform(session, "int " + f + "(int n) {\n  return n + " + i + ";\n}");
    perform(session, type + half + "(int n) {\n  return n / 2 + " + i + ";\n}");
    perform(session, "var n" + i + " = " + f + "(10);");
    perform(session, "var text" + i + " = \"text\" + " + half + "(" + i + ");");
    expected.put("text" + i, "text" + (i / 2 + i));
    perform(session, "record R" + i + "(int a, String b) {}");
    perform(session, "var r" + i + " = new R" + i + "(7, \"b\");");
    perform(session, "IntUnaryOperator g" + i + " = n -> " + f + "(n) + (int) " + half + "(n);");
    perform(session, "n" + i + " += g" + i + ".applyAsInt(4)");
    expected.put("n" + i, 10 + i + 4 + i + 2 + i);
    perform(session, "Stream.of(1, 2).map(n -> n / 0).toList()");
    perform(session, "throw new IllegalStateException(\"outer\", new java.io.IOException());");
    perform(session, "int broken = \"text\";");
    perform(session, "nothing + " + i);
    if (i % 5 == 1) {
      perform(session, IMPORTS.get(i / 5));
      assertThat(session.stopped("while (true) {}")).isInstanceOf(Outcome.Stop.class);
    }
  }

  private void perform(Evaluations session, String text) {
    for (var outcome : session.all(text)) {
      switch (outcome) {
        case Outcome.Threw threw -> thrown.add(threw);
        case Outcome.Rejected _ -> rejected++;
        case Outcome.Value _, Outcome.Defined _, Outcome.Done _, Outcome.Stop _ -> {}
      }
    }
  }
}
