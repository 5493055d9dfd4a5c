package dev.squall.plan;

import dev.squall.sample.StepInfo;
import java.util.ArrayList;
import java.util.List;

/** What a plan numbers: hosts, rows of the statistics, variables, places of draws. */
final class Numbering {
  private final List<TargetHost> targets = new ArrayList<>();
  private final List<StepInfo> infos = new ArrayList<>();
  private final List<PlannedRequest> requests = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private int places;

  /** The number of a host; the same one gets the same. */
  int target(TargetHost host) {
    if (!targets.contains(host)) {
      targets.add(host);
    }
    return targets.indexOf(host);
  }

  /** The number that the next row of the statistics will have. */
  int nextInfo() {
    return infos.size();
  }

  void add(PlannedRequest request) {
    infos.add(request.info());
    requests.add(request);
  }

  /** A row for a step that sends nothing. */
  int local(StepInfo info) {
    infos.add(info);
    return infos.size() - 1;
  }

  /** A new slot in a user's values. */
  int slot(String variable) {
    variables.add(variable);
    return variables.size() - 1;
  }

  /** A new place for draws: no two evaluations in a plan share one. */
  int place() {
    return places++;
  }

  List<TargetHost> targets() {
    return List.copyOf(targets);
  }

  List<StepInfo> infos() {
    return List.copyOf(infos);
  }

  List<PlannedRequest> requests() {
    return List.copyOf(requests);
  }

  List<String> variables() {
    return List.copyOf(variables);
  }

  int places() {
    return places;
  }
}
