package dev.squall.httpx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a {@code .requests} file says of a scenario; the README beside these files has their format.
 *
 * @param name of the scenario
 * @param load how it is told
 * @param failing the steps that are meant to fail
 * @param parts what is sent in its order
 */
record ExpectedScenario(String name, String load, Set<String> failing, List<Part> parts) {
  private static final Pattern SECTION = Pattern.compile("^## scenario ", Pattern.MULTILINE);
  private static final Pattern MARK = Pattern.compile("^(?=## |> )", Pattern.MULTILINE);
  private static final Pattern COMMENT = Pattern.compile("^# .*\n", Pattern.MULTILINE);

  /** Some requests. */
  sealed interface Part {
    /** One. */
    record Single(ExpectedRequest request) implements Part {}

    /** Those of branches that run at the same time. */
    record Together(List<List<ExpectedRequest>> branches) implements Part {}
  }

  static List<ExpectedScenario> in(Path file) throws IOException {
    var text = COMMENT.matcher(Files.readString(file)).replaceAll("");
    return SECTION.splitAsStream(text).skip(1).map(ExpectedScenario::of).toList();
  }

  private static ExpectedScenario of(String section) {
    var lines = section.split("\n", 2);
    var load = "";
    var failing = Set.<String>of();
    var parts = new ArrayList<Part>();
    var branches = new ArrayList<List<ExpectedRequest>>();
    for (var block : MARK.splitAsStream(lines[1]).filter(one -> !one.isBlank()).toList()) {
      var said = block.strip();
      if (said.startsWith("> ")) {
        var request = ExpectedRequest.of(said.substring(2));
        if (branches.isEmpty()) {
          parts.add(new Part.Single(request));
        } else {
          branches.getLast().add(request);
        }
      } else if (said.startsWith("## load ")) {
        load = said.substring(8);
      } else if (said.startsWith("## fails ")) {
        failing = Set.of(said.substring(9).split(", ", -1));
      } else if (said.equals("## parallel") || said.equals("## branch")) {
        branches.add(new ArrayList<>());
      } else if (said.equals("## end")) {
        parts.add(new Part.Together(List.copyOf(branches)));
        branches.clear();
      } else {
        throw new IllegalArgumentException("what is " + said + "?");
      }
    }
    return new ExpectedScenario(lines[0], load, failing, parts);
  }

  /** Whether these are all of its requests, in an order that it allows. */
  boolean isMetBy(List<RecordedRequest> recorded) {
    var known = Optional.of(Values.NONE);
    int next = 0;
    for (var part : parts) {
      int size =
          switch (part) {
            case Part.Single _ -> 1;
            case Part.Together(var branches) -> branches.stream().mapToInt(List::size).sum();
          };
      if (next + size > recorded.size()) {
        return false;
      }
      var here = recorded.subList(next, next + size);
      known =
          known.flatMap(values ->
              switch (part) {
                case Part.Single(var request) -> request.matched(here.getFirst(), values);
                case Part.Together(var branches) -> together(branches, here, values);
              });
      next += size;
    }
    return known.isPresent() && next == recorded.size();
  }

  /** In the order of each branch, and in any order of them. */
  private static Optional<Values> together(
      List<List<ExpectedRequest>> branches, List<RecordedRequest> recorded, Values values) {
    if (recorded.isEmpty()) {
      return Optional.of(values);
    }
    for (int i = 0; i < branches.size(); i++) {
      var branch = branches.get(i);
      if (!branch.isEmpty()) {
        var others = new ArrayList<>(branches);
        others.set(i, branch.subList(1, branch.size()));
        var all =
            branch
                .getFirst()
                .matched(recorded.getFirst(), values)
                .flatMap(more -> together(others, recorded.subList(1, recorded.size()), more));
        if (all.isPresent()) {
          return all;
        }
      }
    }
    return Optional.empty();
  }
}
