package dev.squall.httpx;

import dev.squall.load.Load;
import dev.squall.scenario.Check;
import java.util.List;
import java.util.Optional;

/**
 * Nodes written and read again by themselves. What nobody can write, a negative time or a name
 * without a letter, is found so wherever it stands.
 */
final class Reread {
  /** Of nodes that stand in no text. */
  static final Span NOWHERE = new Span(0, 0);

  private static final RequestPart CURL = new RequestPart.CurlText(List.of("http://h/"), NOWHERE);

  private Reread() {}

  static boolean isItself(Item item) {
    var document = new Document(List.of(Line.of(item)));
    return Httpx.parse("", Httpx.print(document)).equals(new Parsed.Good(document));
  }

  static boolean isItself(ScenarioPart part) {
    return isItself(scenario(part));
  }

  static boolean isItself(RequestPart part) {
    return isItself(request(part));
  }

  /** The first check of what a text says. */
  static Optional<Check> check(Assertion assertion) {
    var asserts = new RequestPart.Asserts(Block.of(List.of(assertion)), NOWHERE);
    return part(request(asserts), RequestBlock.class, block -> block.parts().items())
        .filter(RequestPart.Asserts.class::isInstance)
        .map(part -> ((RequestPart.Asserts) part).block().items())
        .filter(all -> all.size() == 1)
        .flatMap(all -> new CheckMeaning(new Problems("", "")).check(all.getFirst()));
  }

  static Optional<Load> load(LoadNode node) {
    return part(scenario(node), ScenarioBlock.class, block -> block.parts().items())
        .flatMap(part -> new LoadMeaning(new Problems("", "")).of((LoadNode) part).load());
  }

  private static <I extends Item, P> Optional<P> part(
      I item, Class<I> kind, java.util.function.Function<I, List<P>> parts) {
    var text = Httpx.print(new Document(List.of(Line.of(item))));
    return switch (Httpx.parse("", text)) {
      case Parsed.Bad _ -> Optional.empty();
      case Parsed.Good(var document) ->
          document.items().stream()
              .filter(kind::isInstance)
              .map(kind::cast)
              .map(block -> parts.apply(block).getLast())
              .findFirst();
    };
  }

  private static ScenarioBlock scenario(ScenarioPart part) {
    return new ScenarioBlock("s", Block.of(List.of(part)), NOWHERE);
  }

  private static RequestBlock request(RequestPart part) {
    return new RequestBlock("r", Block.of(List.of(CURL, part)), NOWHERE);
  }
}
