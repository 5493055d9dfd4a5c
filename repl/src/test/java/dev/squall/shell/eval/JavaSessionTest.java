package dev.squall.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JavaSessionTest {
  private final Evaluations session = new Evaluations();

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aResultIsTheObjectItself() {
    assertThat(session.value("java.util.List.of(1, 2)")).isEqualTo(List.of(1, 2));
    var first = session.value("new Object()");
    assertThat(session.value("$2")).isSameAs(first);
  }

  @Test
  void anExceptionKeepsItsCauses() {
    var threw =
        (Outcome.Threw)
            session.last(
                "throw new IllegalStateException(\"outer\", new java.io.IOException(\"inner\"))");
    assertThat(threw.thrown()).hasMessage("outer").hasRootCauseMessage("inner");
    assertThat(threw.frames()).extracting(StackTraceElement::getFileName).containsOnly("#1");
  }

  @Test
  void anImportKeepsVariablesAndLines() {
    session.all("var list = new java.util.ArrayList<String>(); list.add(\"a\"); int n = 3;");
    session.all("int fail(int i) {\n  int a = i;\n  return a / 0;\n}");
    session.all("import java.time.*;\nimport java.util.stream.*;");
    assertThat(session.value("list")).isEqualTo(List.of("a"));
    assertThat(session.value("n")).isEqualTo(3);
    var threw = (Outcome.Threw) session.last("fail(1)");
    assertThat(threw.frames().getFirst().getLineNumber()).isEqualTo(3);
    assertThat(session.resets).isEmpty();
  }

  @Test
  void aMethodDeclaredAnewKeepsTheVariablesThatWereMadeWithIt() {
    session.all("int f() { return 1; }\nvar x = f();\nx = 41;");
    session.all("int f() { return 2; }");
    assertThat(session.value("x")).isEqualTo(41);
    assertThat(session.value("f()")).isEqualTo(2);
    session.all("long f() { return 3; }");
    assertThat(session.value("x")).isEqualTo(41);
    assertThat(session.resets).isEmpty();
  }

  @Test
  void theSameCodeFurtherDownFailsFurtherDown() {
    session.all("int fail() {\n  return 1 / 0;\n}");
    session.all("int fail() {\n\n\n  return 1 / 0;\n}");
    var threw = (Outcome.Threw) session.last("fail()");
    assertThat(threw.frames().getFirst().getLineNumber()).isEqualTo(4);
  }

  @Test
  void aVariableThatCannotKeepItsValueIsNamed() {
    session.all("record P(int a) {}\nvar p = new P(1);\nvar other = 5;");
    session.all("record P(int a, int b) {}");
    assertThat(session.resets).extracting(Reset::variable).containsExactly("p");
    assertThat(session.resets.getFirst().why()).contains("P was declared anew");
    assertThat(session.value("other")).isEqualTo(5);
  }

  @Test
  void codeThatRunsInAnOlderClassGoesOnWithTheNewValue() {
    session.all("var text = \"old\"; java.util.function.Supplier<String> get = () -> text;");
    @SuppressWarnings("unchecked")
    var get = (java.util.function.Supplier<String>) session.value("get");
    session.all("var text = \"new\";");
    assertThat(get.get()).isEqualTo("new");
  }

  @Test
  void whatWasReplacedIsHeldByNobody() throws InterruptedException {
    session.all("var big = new byte[1 << 20];");
    var held = new java.lang.ref.WeakReference<>(session.value("big"));
    session.all("var big = 1;");
    for (int i = 0; i < 50 && held.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(held.get()).isNull();
  }

  @Test
  void resultsWithoutANameAreHeldForAWhile() throws InterruptedException {
    var held = new java.lang.ref.WeakReference<>(session.value("new byte[1 << 20]"));
    session.all("var length = $1.length;");
    session.all("1 + 1;\n2 + 2;\n3 + 3;");
    for (int i = 0; i < 50 && held.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(held.get() == null).isTrue();
    assertThat(session.value("length")).isEqualTo(1 << 20);
  }

  @Test
  void backgroundOutputIsNotLost() throws InterruptedException {
    session.all(
        """
        var printing = new Thread(() -> { System.out.println("from behind"); });
        System.out.println("in front");
        printing.start();
        """);
    ((Thread) session.value("printing")).join();
    assertThat(session.printed()).contains("in front").contains("from behind");
  }

  @Test
  void aNameThatNobodyKnowsGetsTheNearestOne() {
    session.all("int count = 1;");
    var rejected = (Outcome.Rejected) session.last("\n  coumt + 1");
    assertThat(rejected.problems().getFirst())
        .hasToString(
            """
            cell:2:3: nothing is called coumt
                  coumt + 1
                  ^
                did you mean count?\
            """);
  }

  @Test
  void whatIsMissingIsSaidWhereItShouldBe() {
    var rejected = (Outcome.Rejected) session.last("var x = List.of(1,");
    assertThat(rejected.problems().getFirst().what()).isEqualTo("something is missing here");
  }

  @Test
  void linesMayStandAloneAsIfTheyHadBeenEnteredSo() {
    assertThat(session.all("1 + 1\nint a = 2\nvar list = java.util.List.of(a,\n  3)\nlist"))
        .hasSize(4);
    assertThat(session.value("list")).isEqualTo(List.of(2, 3));
    assertThat(session.all("var b = 1\n  .c(;"))
        .hasSize(1)
        .allMatch(Outcome.Rejected.class::isInstance);
  }
}
