package dev.squall.stats;

import java.util.List;
import java.util.SortedMap;

/**
 * A row of the steps: all steps of one scenario that carry one name.
 *
 * @param scenario the scenario
 * @param name the step's name
 * @param endpoint method and unexpanded path, of the first step with this name
 * @param count {@code ok + failed + interrupted}
 * @param ok complete answers that every check accepts
 * @param failed failed requests
 * @param interrupted in flight when the run ended
 * @param response from the intended start to the end
 * @param service from the first byte written to the end; what was never written is beside
 * @param waiting from the intended start to the first byte written
 * @param status answers by status; requests without one are in none
 * @param checks the checks in the order of the scenario
 * @param slowest the slowest requests, at most 20, slowest first
 */
public record StepStats(
    String scenario,
    String name,
    String endpoint,
    long count,
    long ok,
    long failed,
    long interrupted,
    Latencies response,
    Latencies service,
    Latencies waiting,
    SortedMap<Integer, Long> status,
    List<CheckStats> checks,
    List<Exemplar> slowest) {}
