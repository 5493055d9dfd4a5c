package dev.squall.httpx;

import dev.squall.load.Load;
import dev.squall.scenario.Check;
import dev.squall.scenario.Premise;
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

  /** The checks that are read; none where the text is none. */
  static List<Check> checks(List<Assertion> assertions) {
    var text = text(request(new RequestPart.Asserts(Block.of(assertions), NOWHERE)));
    var meaning = new CheckMeaning(new Problems("", text));
    return last(text) instanceof RequestPart.Asserts(var block, _)
        ? block.items().stream().map(meaning::check).flatMap(Optional::stream).toList()
        : List.of();
  }

  /** The condition that is read, where it is one. */
  static Optional<Premise> premise(Condition condition) {
    var branch = new StepNode.Branch(condition, Block.of(List.of()));
    var text = text(scenario(new StepNode.When(List.of(branch), Optional.empty(), NOWHERE)));
    return last(text) instanceof StepNode.When(var branches, _, _) && branches.size() == 1
        ? Optional.of(
            StepMeaning.premise(
                branches.getFirst().condition(), new CheckMeaning(new Problems("", text))))
        : Optional.empty();
  }

  /** The load that is read, where it is one. */
  static Optional<Load> load(LoadNode node) {
    var text = text(scenario(node));
    return last(text) instanceof LoadNode read
        ? new LoadMeaning(new Problems("", text)).of(read).load()
        : Optional.empty();
  }

  private static String text(Item item) {
    return Httpx.print(new Document(List.of(Line.of(item))));
  }

  /** The last part of the one block that a text is; the problems where it is none. */
  private static Object last(String text) {
    return switch (Httpx.parse("", text)) {
      case Parsed.Bad(var problems, _) -> problems;
      case Parsed.Good(var document) ->
          switch (document.items().getLast()) {
            case RequestBlock block -> block.parts().items().getLast();
            case ScenarioBlock block -> block.parts().items().getLast();
            case Item other -> other;
          };
    };
  }

  private static ScenarioBlock scenario(ScenarioPart part) {
    return new ScenarioBlock("s", Block.of(List.of(part)), NOWHERE);
  }

  private static RequestBlock request(RequestPart part) {
    return new RequestBlock("r", Block.of(List.of(CURL, part)), NOWHERE);
  }
}
