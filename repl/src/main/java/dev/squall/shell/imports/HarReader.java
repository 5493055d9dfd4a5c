package dev.squall.shell.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.squall.scenario.Extractor;
import dev.squall.scenario.Request;
import dev.squall.scenario.Scenario;
import dev.squall.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recording of a browser (HAR 1.2) as one scenario. */
final class HarReader {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
  private static final String KIND = "HAR";

  private final String file;
  private final JsonNode entries;
  private final Choices choices;
  private final Findings findings;
  private final HarHeaders headers;
  private final HarBody bodies;

  HarReader(String file, JsonNode root, Choices choices) {
    this.file = file;
    this.entries = root.path("log").path("entries");
    this.choices = choices;
    this.findings = new Findings(file);
    this.headers = new HarHeaders(findings);
    this.bodies = new HarBody(findings);
  }

  Taken read() {
    var taken = selected();
    var urls = taken.stream().map(entry -> Url.parse(entry.url()).orElseThrow()).toList();
    var origins = Origins.of(urls.stream().map(Url::origin).toList());
    tellOthers(taken, urls, origins);
    var steps = new ArrayList<Step>();
    @Nullable Instant quiet = null;
    for (int i = 0; i < taken.size(); i++) {
      var entry = taken.get(i);
      pause(quiet, entry).ifPresent(steps::add);
      steps.add(request(entry, urls.get(i), origins));
      quiet = later(quiet, entry.ended().orElse(null));
    }
    headers.tell();
    var scenario = new Scenario(ScenarioNames.ofFile(file), steps, origins.base());
    return new Taken(KIND, Plannable.of(scenario, findings).stream().toList(), findings.all());
  }

  /** In the order in which they were sent, where the file says when. */
  private List<HarEntry> selected() {
    var all = new ArrayList<HarEntry>();
    for (int i = 0; i < entries.size(); i++) {
      all.add(new HarEntry(i + 1, entries.get(i)));
    }
    if (all.stream().allMatch(entry -> entry.started().isPresent())) {
      all.sort(Comparator.comparing(entry -> entry.started().orElseThrow()));
    }
    var taken = new ArrayList<HarEntry>();
    Map<String, Integer> assets = new TreeMap<>();
    for (var entry : all) {
      var reason = HarSelection.reason(entry);
      if (!choices.assets() && HarSelection.isAsset(entry)) {
        assets.merge(entry.purpose().isEmpty() ? "other" : entry.purpose(), 1, Integer::sum);
      } else if (reason.isPresent()) {
        findings.add(entry.place(), reason.get(), "");
      } else {
        taken.add(entry);
      }
    }
    tellAssets(assets);
    return taken;
  }

  private void tellAssets(Map<String, Integer> assets) {
    int count = assets.values().stream().mapToInt(Integer::intValue).sum();
    if (count > 0) {
      findings.add(
          "entries",
          count
              + (count == 1 ? " asset of pages is" : " assets of pages are")
              + " left out: "
              + assets.entrySet().stream()
                  .map(each -> each.getValue() + " " + each.getKey())
                  .collect(Collectors.joining(", ")),
          "new Choices(true, true) takes pictures, fonts, styles and scripts too");
    }
  }

  private void tellOthers(List<HarEntry> taken, List<Url> urls, Origins origins) {
    Map<String, List<Integer>> others = new LinkedHashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      if (!origins.isBase(urls.get(i).origin())) {
        others
            .computeIfAbsent(urls.get(i).origin(), _ -> new ArrayList<>())
            .add(taken.get(i).number());
      }
    }
    others.forEach((origin, numbers) ->
        findings.add(
            (numbers.size() == 1 ? "entry " : "entries ")
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            "taken with a whole URL, for "
                + Shown.url(origin)
                + " is not the base: another base will not move "
                + (numbers.size() == 1 ? "it" : "them"),
            "drop what is no part of the system under test"));
  }

  private static Optional<Instant> instant(@Nullable Instant at) {
    return Optional.ofNullable(at);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  /** From the end of all answers before it, for the answers will take their own time. */
  private Optional<Step.Pause> pause(@Nullable Instant quiet, HarEntry entry) {
    return instant(quiet)
        .filter(_ -> choices.pauses())
        .flatMap(from -> entry.started().map(at -> Duration.between(from, at)))
        .filter(gap -> gap.compareTo(SHORTEST_PAUSE) >= 0 && gap.compareTo(LONGEST_PAUSE) < 0)
        .map(gap -> Duration.ofMillis(Math.round(gap.toMillis() / 100.0) * 100))
        .map(gap -> new Step.Pause(gap, gap));
  }

  private Request request(HarEntry entry, Url url, Origins origins) {
    var request =
        Request.of(
            entry.method().toUpperCase(Locale.ROOT),
            Literal.of(origins.target(url.origin(), url.target())));
    if (!url.target().contains("?")) {
      for (var field : entry.node().path("request").path("queryString")) {
        request =
            request.query(field.path("name").asText(), Literal.of(field.path("value").asText()));
      }
    }
    var kept = headers.of(entry);
    for (var header : kept) {
      request = request.header(header.name(), header.value().text());
    }
    boolean known =
        kept.stream().anyMatch(header -> header.name().equalsIgnoreCase("Authorization"));
    if (url.user().isPresent() && !known) {
      request = UrlUser.of(url.user().get(), request);
    }
    request = bodies.on(request, entry);
    if (entry.status().isEmpty()) {
      return request;
    }
    int status = entry.status().getAsInt();
    // What the browser followed stands in the file as a request of its own.
    boolean redirect = status > 300 && status < 400 && status != 304;
    return (redirect ? request.noRedirects() : request).check(new Extractor.Status().is(status));
  }
}
