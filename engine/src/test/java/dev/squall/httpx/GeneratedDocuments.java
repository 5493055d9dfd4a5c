package dev.squall.httpx;

import dev.squall.httpx.RequestPart.Asserts;
import dev.squall.httpx.RequestPart.CurlText;
import dev.squall.httpx.RequestPart.Extracts;
import dev.squall.httpx.RequestPart.RetryBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Documents of any shape, the same ones for the same seed. */
final class GeneratedDocuments {
  private final GeneratedPieces pieces;
  private final Random random;

  GeneratedDocuments(long seed) {
    random = new Random(seed);
    pieces = new GeneratedPieces(random);
  }

  Document next() {
    var names = new HashSet<String>();
    Supplier<Item> item =
        () ->
            switch (random.nextInt(9)) {
              case 0 -> new Var(fresh(names), pieces.origin(), pieces.span());
              case 1 -> new Data(fresh(names), pieces.rows(), pieces.span());
              case 2, 3 -> new RequestBlock(fresh(names), request(), pieces.span());
              case 4, 5, 6 ->
                  new ScenarioBlock(fresh(names), single(this::scenarioPart), pieces.span());
              case 7 -> new MixBlock(fresh(names), mix(), pieces.span());
              default ->
                  random.nextBoolean()
                      ? new Setup(steps(0), pieces.span())
                      : new Teardown(steps(0), pieces.span());
            };
    return new Document(lines(random.nextInt(8), item));
  }

  private String fresh(Set<String> names) {
    var name = pieces.plainName();
    while (!names.add(name)) {
      name += "x";
    }
    return name;
  }

  private <T> List<Line<T>> lines(int count, Supplier<T> item) {
    return IntStream.range(0, count)
        .mapToObj(_ -> {
          boolean gap = random.nextInt(4) == 0;
          return switch (random.nextInt(6)) {
            case 0 -> new Line<T>(gap, Optional.empty(), Optional.of(pieces.comment()));
            case 1 -> new Line<T>(gap, Optional.of(item.get()), Optional.of(pieces.comment()));
            default -> new Line<T>(gap, Optional.of(item.get()), Optional.empty());
          };
        })
        .toList();
  }

  private <T> Block<T> block(int least, Supplier<T> item) {
    var block = new Block<>(lines(least + random.nextInt(3), item));
    return block.items().size() >= least ? block : new Block<>(List.of(Line.of(item.get())));
  }

  /** Without what may stand in a block only once, a second time. */
  private <T> Block<T> single(Supplier<T> item) {
    var lines = new ArrayList<Line<T>>();
    var seen = new HashSet<Object>();
    for (var line : lines(random.nextInt(6), item)) {
      var only = line.item().flatMap(GeneratedDocuments::onlyOnce);
      if (only.isEmpty() || seen.add(only.get())) {
        lines.add(line);
      }
    }
    return new Block<>(lines);
  }

  private static Optional<Object> onlyOnce(Object part) {
    return switch (part) {
      case Setting(var key, _, _) -> Optional.of(key);
      case Var _ -> Optional.of("var");
      case LoadNode _ -> Optional.of("load");
      case CurlText _ -> Optional.of("curl");
      case RetryBlock _ -> Optional.of("retry");
      case Extracts _ -> Optional.of("extract");
      case Think _ -> Optional.of("think");
      case Object _ -> Optional.empty();
    };
  }

  private Block<RequestPart> request() {
    Supplier<RequestPart> part =
        () ->
            switch (random.nextInt(8)) {
              case 0, 1 -> extracts();
              case 2, 3 -> new Asserts(block(1, pieces::assertion), pieces.span());
              case 4 -> new RetryBlock(settings(Key.RETRY), pieces.span());
              case 5 -> new Think(pieces.pause(), pieces.span());
              case 6 -> pieces.setting(Key.NAME);
              default -> pieces.setting(Key.TIMEOUT);
            };
    var curl = Line.of((RequestPart) new CurlText(pieces.curl(), pieces.span()));
    var others = single(part).lines();
    return new Block<>(Stream.concat(Stream.of(curl), others.stream()).toList());
  }

  private Extracts extracts() {
    var names = new HashSet<String>();
    Supplier<Extract> extract = () -> new Extract(fresh(names), pieces.rule(), pieces.span());
    return new Extracts(block(1, extract), pieces.span());
  }

  private Block<Setting> settings(Set<Key> keys) {
    var sorted = keys.stream().sorted().toList();
    return single(() -> pieces.setting(sorted.get(random.nextInt(sorted.size()))));
  }

  private ScenarioPart scenarioPart() {
    return switch (random.nextInt(10)) {
      case 8 -> new HeaderOfAll(pieces.name(), pieces.text(), pieces.span());
      case 9 -> new Var(pieces.plainName(), pieces.origin(), pieces.span());
      case 0 -> load();
      case 1 -> settings(Key.SCENARIO).items().stream().findFirst().orElse(seed());
      case 2 -> new Setup(steps(0), pieces.span());
      case 3 -> new Teardown(steps(0), pieces.span());
      case 4 -> new Expect(block(0, pieces::goal), pieces.span());
      default -> step(0);
    };
  }

  private Setting seed() {
    return pieces.setting(Key.SEED);
  }

  private Block<MixPart> mix() {
    Supplier<MixPart> part =
        () ->
            switch (random.nextInt(6)) {
              case 0 -> load();
              case 5 -> new Var(pieces.plainName(), pieces.origin(), pieces.span());
              case 1 -> seed();
              case 2 -> new Setup(steps(1), pieces.span());
              case 3 -> new Teardown(steps(1), pieces.span());
              default -> new Expect(block(0, pieces::goal), pieces.span());
            };
    var lines = new ArrayList<>(single(part).lines());
    var share = new BigDecimal(1 + random.nextInt(999)).movePointLeft(1).stripTrailingZeros();
    boolean percents = random.nextBoolean();
    lines.add(share(percents, share, "first"));
    lines.add(share(percents, BigDecimal.valueOf(100).subtract(share), "the second"));
    return new Block<>(lines);
  }

  private Line<MixPart> share(boolean percents, BigDecimal percent, String of) {
    return Line.of(new MixPart.Share(new Weight(percent, percents), of, pieces.span()));
  }

  private LoadNode load() {
    return switch (random.nextInt(5)) {
      case 0 -> new LoadNode.Users(random.nextInt(1000), pieces.time(), pieces.span());
      case 1 -> new LoadNode.Rate(pieces.number(), pieces.time(), pieces.span());
      case 2 ->
          new LoadNode.Count(
              random.nextLong(1L << 40), random.nextInt(99), random.nextBoolean(), pieces.span());
      default -> new LoadNode.Parts(single(this::loadPart), pieces.span());
    };
  }

  private LoadPart loadPart() {
    var forms = LoadPart.Form.values();
    return switch (random.nextInt(4)) {
      case 0 -> {
        var form = forms[random.nextInt(forms.length)];
        yield new LoadPart.Shape(form, settings(Key.of(form)), pieces.span());
      }
      case 1 ->
          new LoadPart.Until(
              Stream.generate(pieces::goal).limit(1 + random.nextInt(2)).toList(), pieces.span());
      default -> settings(Key.LOAD).items().stream().findFirst().orElse(pieces.setting(Key.VUS));
    };
  }

  private Block<StepNode> steps(int depth) {
    return block(0, () -> step(depth + 1));
  }

  private StepNode step(int depth) {
    Function<Integer, StepNode> leaf =
        which ->
            switch (which) {
              case 0 -> new Think(pieces.pause(), pieces.span());
              case 1 -> new StepNode.Leave(pieces.percent(), pieces.span());
              default -> new StepNode.Chain(targets(depth), pieces.span());
            };
    return depth > 3
        ? leaf.apply(random.nextInt(4))
        : switch (random.nextInt(11)) {
          case 6 -> new StepNode.Optionally(steps(depth), pieces.span());
          case 0 -> new StepNode.Parallel(steps(depth), pieces.span());
          case 1 -> when(depth);
          case 2 ->
              new StepNode.ForEach(
                  pieces.plainName(), pieces.plainName(), steps(depth), pieces.span());
          case 3 -> new StepNode.Repeat(random.nextInt(99), steps(depth), pieces.span());
          case 4 -> choose(depth);
          case 5 -> new StepNode.Group(pieces.name(), steps(depth), pieces.span());
          default -> leaf.apply(random.nextInt(4));
        };
  }

  private StepNode choose(int depth) {
    boolean percents = random.nextBoolean();
    return new StepNode.Choose(
        block(1, () -> new StepNode.Way(pieces.weight(percents), steps(depth), pieces.span())),
        pieces.span());
  }

  private StepNode when(int depth) {
    var branches =
        Stream.generate(() -> new StepNode.Branch(pieces.condition(), steps(depth)))
            .limit(1 + random.nextInt(3))
            .toList();
    Optional<Block<StepNode>> otherwise =
        random.nextBoolean() ? Optional.of(steps(depth)) : Optional.empty();
    return new StepNode.When(branches, otherwise, pieces.span());
  }

  private List<Target> targets(int depth) {
    return Stream.generate(() -> target(depth)).limit(1 + random.nextInt(3)).toList();
  }

  private Target target(int depth) {
    if (depth < 3 && random.nextInt(4) == 0) {
      return new Target.Together(targets(depth + 1), pieces.span());
    }
    Optional<Block<StepNode>> steps =
        depth < 3 && random.nextInt(4) == 0 ? Optional.of(steps(depth)) : Optional.empty();
    return new Target.Named(pieces.name(), random.nextInt(4) == 0, steps, pieces.span());
  }
}
