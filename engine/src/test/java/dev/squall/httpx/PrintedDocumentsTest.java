package dev.squall.httpx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrintedDocumentsTest {
  private static final int DOCUMENTS = 2000;

  @Test
  void whatIsPrintedReadsAsTheSameDocument() {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      var document = new GeneratedDocuments(seed).next();
      var text = Httpx.print(document);
      assertThat(Httpx.parse("printed.httpx", text))
          .as("seed %d:%n%s", seed, text)
          .isEqualTo(new Parsed.Good(document));
      assertThat(Httpx.print(document)).isEqualTo(text);
    }
  }

  @Test
  void generatedDocumentsHoldEveryNodeThereIs() throws ReflectiveOperationException {
    var seen = new HashSet<Class<?>>();
    for (int seed = 0; seed < 300; seed++) {
      collect(new GeneratedDocuments(seed).next(), seen);
    }
    var missing = new TreeSet<String>();
    for (var node :
        List.of(
            Item.class,
            RequestPart.class,
            ScenarioPart.class,
            MixPart.class,
            LoadPart.class,
            LoadNode.class,
            StepNode.class,
            Target.class,
            Value.class,
            Relation.class,
            Amount.class,
            Var.Origin.class,
            Data.Rows.class,
            Extract.Rule.class,
            Assertion.Field.class)) {
      leaves(node)
          .filter(leaf -> !seen.contains(leaf))
          .forEach(leaf -> missing.add(leaf.getName()));
    }
    assertThat(missing).isEmpty();
    assertThat(seen).contains(Comment.class, Condition.Clause.class, StepNode.Way.class);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(PrintedDocumentsTest::leaves)
        : Stream.of(type);
  }

  private static void collect(Object document, Set<Class<?>> seen)
      throws ReflectiveOperationException {
    var left = new ArrayDeque<Object>(List.of(document));
    while (!left.isEmpty()) {
      var node = left.pop();
      switch (node) {
        case List<?> list -> left.addAll(list);
        case Optional<?> optional -> optional.ifPresent(left::push);
        case Record known when known.getClass().getPackage() == Document.class.getPackage() -> {
          seen.add(known.getClass());
          for (RecordComponent component : known.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            left.push(accessor.invoke(known));
          }
        }
        case Object _ -> {}
      }
    }
  }
}
