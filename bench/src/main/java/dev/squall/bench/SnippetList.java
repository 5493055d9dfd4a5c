package dev.squall.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Snippets as people write them in a long session, the same ones for the same seed, and what the
 * variables have to be behind the last of them.
 */
final class SnippetList {
  /** Stands for the value of a lambda: it only has to be there. */
  static final String ANYTHING = "…";

  private static final List<String> IMPORTS =
      List.of(
          "import java.util.zip.*;",
          "import java.nio.file.attribute.*;",
          "import static java.lang.Math.*;",
          "import java.util.concurrent.atomic.AtomicLong;",
          "import java.time.format.*;");

  private static final List<String> FAILING =
      List.of(
          "throw new IllegalStateException(\"outer\", new java.io.IOException(\"inner\"));",
          "Stream.of(1, 2).map(i -> i / 0).toList()",
          "List.of(1).get(5)",
          "((Integer) (Object) \"text\").intValue()",
          "Integer.parseInt(\"seven\")",
          "int broken = \"text\";",
          "nothing + 1",
          "Thread.startVirtualThread(() -> {}).wait();");

  private final Random random;
  private final List<Snippet> snippets = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  /** How much each method adds to what it is given. */
  private final List<Integer> methods = new ArrayList<>();

  private final List<Boolean> isLong = new ArrayList<>();
  private int records;

  /**
   * One of them.
   *
   * @param endless whether somebody has to stop it
   * @param fails whether it has to be told as a failure
   */
  record Snippet(String text, boolean endless, boolean fails) {}

  private SnippetList(long seed) {
    random = new Random(seed);
  }

  /** So many of them. */
  static SnippetList of(long seed, int count) {
    var list = new SnippetList(seed);
    list.number();
    list.method();
    while (list.snippets.size() < count) {
      list.next();
    }
    return list;
  }

  List<Snippet> snippets() {
    return List.copyOf(snippets);
  }

  /** Each variable's value as text, {@link #ANYTHING} of a lambda. */
  Map<String, String> values() {
    numbers.forEach((name, value) -> values.put(name, String.valueOf(value)));
    return values;
  }

  private void next() {
    int one = random.nextInt(100);
    if (one < 18) {
      number();
    } else if (one < 30) {
      object();
    } else if (one < 36) {
      record();
    } else if (one < 45) {
      method();
    } else if (one < 54) {
      methodAnew();
    } else if (one < 64) {
      lambda();
    } else if (one < 76) {
      assign();
    } else if (one < 87) {
      add(number(names) + " + f" + method(methods) + "(" + random.nextInt(100) + ")");
    } else if (one < 95) {
      snippets.add(new Snippet(FAILING.get(random.nextInt(FAILING.size())), false, true));
    } else if (one < 97) {
      add(IMPORTS.get(random.nextInt(IMPORTS.size())));
    } else if (one < 98) {
      snippets.add(new Snippet("while (true) {}", true, true));
    } else {
      loop();
    }
  }

  private void add(String text) {
    snippets.add(new Snippet(text, false, false));
  }

  private String number(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private int method(List<Integer> of) {
    return random.nextInt(of.size());
  }

  private void number() {
    var name = "n" + snippets.size();
    int value = random.nextInt(1000);
    add((random.nextBoolean() ? "var " : "int ") + name + " = " + value + ";");
    numbers.put(name, value);
    names.add(name);
  }

  private void object() {
    var name = "o" + snippets.size();
    int value = random.nextInt(1000);
    var source =
        switch (random.nextInt(3)) {
          case 0 -> "\"text " + value + "\".strip()";
          case 1 -> "new ArrayList<>(List.of(" + value + ", 2, 3))";
          default -> "new TreeMap<>(Map.of(\"a\", " + value + "))";
        };
    var made =
        source.startsWith("\"")
            ? "text " + value
            : source.contains("List") ? "[" + value + ", 2, 3]" : "{a=" + value + "}";
    add("var " + name + " = " + source + ";");
    values.put(name, made);
  }

  private void record() {
    var type = "R" + records++;
    add("record " + type + "(int a, String b) {\n  int twice() {\n    return 2 * a;\n  }\n}");
    int value = random.nextInt(1000);
    add("var r" + type + " = new " + type + "(" + value + ", \"b\");");
    values.put("r" + type, type + "[a=" + value + ", b=b]");
  }

  private void method() {
    methods.add(0);
    isLong.add(false);
    body(methods.size() - 1);
  }

  /** With another body and, now and then, of another type: what was made with it stays. */
  private void methodAnew() {
    int which = method(methods);
    isLong.set(which, random.nextInt(6) == 0);
    body(which);
  }

  private void body(int which) {
    int more = random.nextInt(1000);
    methods.set(which, more);
    var type = isLong.get(which) ? "long" : "int";
    add(type + " f" + which + "(int n) {\n  int more = " + more + ";\n  return n + more;\n}");
  }

  private void lambda() {
    var name = "g" + snippets.size();
    int which = method(methods);
    if (random.nextBoolean()) {
      add("IntUnaryOperator " + name + " = n -> (int) f" + which + "(n) + " + number(names) + ";");
      values.put(name, ANYTHING);
    } else {
      int given = random.nextInt(100);
      add("var " + name + " = f" + which + "(" + given + ");");
      values.put(name, String.valueOf(given + methods.get(which)));
    }
  }

  private void assign() {
    var name = number(names);
    int more = random.nextInt(100);
    add(name + " = " + name + " + " + more);
    numbers.merge(name, more, Integer::sum);
  }

  private void loop() {
    var name = number(names);
    add("for (int i = 0; i < 10; i++) {\n  " + name + " += i;\n}");
    numbers.merge(name, 45, Integer::sum);
  }
}
