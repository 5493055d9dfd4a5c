package dev.squall.httpx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is there twice, or not at all, although each item can be read. */
final class Consistency {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Problems problems;

  Consistency(Problems problems) {
    this.problems = problems;
  }

  void check(Document document) {
    var vars = new HashMap<String, Span>();
    var requests = new HashMap<String, Span>();
    var workloads = new HashMap<String, Span>();
    for (var item : document.items()) {
      switch (item) {
        case Var(var name, _, var at) -> once(vars, "variable", name, at);
        case Data(var name, _, var at) -> once(vars, "variable", name, at);
        case RequestBlock request -> {
          once(requests, "request", request.name(), request.at());
          check(request);
        }
        case ScenarioBlock(var name, var parts, var at) -> {
          once(workloads, "scenario", name, at);
          scenario(parts.items());
        }
        case MixBlock(var name, var parts, var at) -> {
          once(workloads, "scenario", name, at);
          mix(parts.items(), at);
        }
        case Setup _, Teardown _ -> {}
      }
    }
  }

  private void once(Map<String, Span> known, String kind, String name, Span at) {
    var first = known.putIfAbsent(name, at);
    if (first != null) {
      problems.add(
          at.from(),
          "a second " + kind + " of the name " + Words.name(name),
          "the first is in line " + problems.line(first.from()) + "; each needs a name of its own");
    }
  }

  private void check(RequestBlock request) {
    Optional<Span> curl = Optional.empty();
    boolean thinks = false;
    boolean retries = false;
    var names = new HashMap<String, Span>();
    var settings = new HashSet<Key>();
    for (var part : request.parts().items()) {
      switch (part) {
        case RequestPart.CurlText(_, var at) -> {
          refuse(curl.isPresent(), at, "a second curl in one request", "a request sends once");
          curl = Optional.of(at);
        }
        case RequestPart.Extracts(var block, _) ->
            block.items().forEach(one -> once(names, "extracted variable", one.name(), one.at()));
        case RequestPart.Asserts _ -> {}
        case RequestPart.RetryBlock(var block, var at) -> {
          refuse(retries, at, "a second retry in one request", "one is enough");
          retries = true;
          once(block.items());
        }
        case Think(_, var at) -> {
          refuse(thinks, at, "a second think in one request", "one is enough");
          thinks = true;
        }
        case Setting setting -> once(settings, setting);
      }
    }
    refuse(
        curl.isEmpty() && !problems.anyIn(request.at()),
        request.at(),
        "the request " + Words.name(request.name()) + " sends nothing",
        "curl https://… says what it sends");
  }

  private void scenario(List<ScenarioPart> parts) {
    boolean loaded = false;
    var vars = new HashMap<String, Span>();
    var settings = new HashSet<Key>();
    for (var part : parts) {
      switch (part) {
        case LoadNode load -> {
          load(load, loaded);
          loaded = true;
        }
        case Setting setting -> once(settings, setting);
        case Var(var name, _, var at) -> once(vars, "variable", name, at);
        case HeaderOfAll _, Setup _, Teardown _, Expect _, StepNode _ -> {}
      }
    }
  }

  private void mix(List<MixPart> parts, Span at) {
    boolean loaded = false;
    var settings = new HashSet<Key>();
    var shares = new HashMap<String, Span>();
    var vars = new HashMap<String, Span>();
    var weights = new ArrayList<Weight>();
    for (var part : parts) {
      switch (part) {
        case LoadNode load -> {
          load(load, loaded);
          loaded = true;
        }
        case Setting setting -> once(settings, setting);
        case Var(var name, _, var where) -> once(vars, "variable", name, where);
        case MixPart.Share(var weight, var scenario, var share) -> {
          once(shares, "share", scenario, share);
          weights.add(weight);
        }
        case Setup _, Teardown _, Expect _ -> {}
      }
    }
    shares(weights, at);
  }

  /** Weights that are no percents come to whatever they come to. */
  private void shares(List<Weight> weights, Span at) {
    boolean percents = weights.stream().anyMatch(Weight::percent);
    boolean others = weights.stream().anyMatch(weight -> !weight.percent());
    refuse(percents && others, at, "shares in percent beside others", "70% a, 30% b or 7 a, 3 b");
    var sum = weights.stream().map(Weight::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    refuse(
        !others && sum.compareTo(HUNDRED) != 0 && !problems.anyIn(at),
        at,
        "the shares come to " + Figures.canonical(sum).toPlainString() + "%",
        "together they are 100%");
  }

  /** A load that stands for itself, or behind another one. */
  void load(LoadNode load, boolean second) {
    refuse(second, load.at(), "a second load", "one scenario has one load");
    if (load instanceof LoadNode.Parts(var parts, _)) {
      var settings = new HashSet<Key>();
      for (var part : parts.items()) {
        switch (part) {
          case Setting setting -> once(settings, setting);
          case LoadPart.Shape(_, var own, _) -> once(own.items());
          case LoadPart.Until _ -> {}
        }
      }
    }
  }

  private void once(List<Setting> settings) {
    var keys = new HashSet<Key>();
    settings.forEach(setting -> once(keys, setting));
  }

  private void once(Set<Key> keys, Setting setting) {
    boolean again = !keys.add(setting.key()) && !setting.key().isRepeatable();
    refuse(again, setting.at(), "a second `" + setting.key().word + "`", "one is enough");
  }

  private void refuse(boolean wrong, Span at, String what, String hint) {
    if (wrong) {
      problems.add(at.from(), what, hint);
    }
  }
}
