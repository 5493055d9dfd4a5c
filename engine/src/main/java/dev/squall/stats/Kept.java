package dev.squall.stats;

import dev.squall.sample.Connections;
import dev.squall.stats.Beside.StepName;
import dev.squall.stats.ConnectionStats.Utilisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the stripes keep beside the matrix, added up for results. Not thread-safe. */
final class Kept {
  private final Layout layout;
  private final UserLedger users = new UserLedger(1);
  private final ErrorLog errors = new ErrorLog();
  private final List<Slowest> slowest;
  private final Openings openings = new Openings();
  private final VariableLog variables;
  private final List<Samples.Part> samples = new ArrayList<>();

  Kept(Layout layout) {
    this.layout = layout;
    this.slowest = layout.steps().stream().map(_ -> new Slowest()).toList();
    this.variables = new VariableLog(layout);
  }

  /** To be called while nobody records in that stripe. */
  void add(
      int stripe,
      UserLedger itsUsers,
      ErrorLog itsErrors,
      List<Slowest> itsSlowest,
      Openings itsOpenings,
      VariableLog itsVariables,
      SampleColumns itsSamples) {
    itsUsers.addTo(users, stripe);
    errors.add(itsErrors);
    for (int step = 0; step < slowest.size(); step++) {
      itsSlowest.get(step).samples().forEach(slowest.get(step)::record);
    }
    openings.add(itsOpenings);
    variables.add(itsVariables);
    samples.add(new Samples.Part(itsSamples, layout));
  }

  List<UserStats> users() {
    return users.users();
  }

  UserStats otherUsers() {
    return users.others();
  }

  Map<StepName, List<Exemplar>> slowest(RunInfo info) {
    var all = new LinkedHashMap<StepName, List<Exemplar>>();
    for (int step = 0; step < slowest.size(); step++) {
      all.merge(
          StepName.of(layout.steps().get(step)),
          exemplars(slowest.get(step), info),
          (one, two) -> Beside.slowest(Stream.concat(one.stream(), two.stream())));
    }
    return all;
  }

  private List<Exemplar> exemplars(Slowest of, RunInfo info) {
    return Beside.slowest(of.samples().stream().map(sample -> Exemplar.of(sample, info, layout)));
  }

  List<ErrorStats> errors(RunInfo info) {
    var rows = new ArrayList<ErrorStats>();
    errors
        .entries()
        .forEach((key, entry) -> {
          var step = layout.steps().get(key.step());
          rows.add(
              new ErrorStats(
                  key.category(),
                  key.kind(),
                  step.scenario(),
                  step.name(),
                  key.status(),
                  entry.message(),
                  entry.count(),
                  Exemplar.of(entry.example(), info, layout)));
        });
    rows.sort(Beside.MOST_FREQUENT_FIRST);
    return List.copyOf(rows);
  }

  long furtherErrors() {
    return errors.overflow();
  }

  ConnectionStats connections(Connections totals, double elapsed, List<Utilisation> ticks) {
    return new ConnectionStats(
        totals,
        Rows.rate(totals.opened(), elapsed),
        List.copyOf(ticks),
        openings.connect(),
        openings.tls(),
        openings.dns(),
        openings.handshakes(),
        openings.resumed());
  }

  List<VariableStats> variables() {
    return variables.rows();
  }

  List<Samples.Part> samples() {
    return samples;
  }
}
