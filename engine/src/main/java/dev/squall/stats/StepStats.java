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
 * @param hops redirects that were followed
 * @param attempts exchanges that were given up and sent again
 * @param response from the intended start to the end, hops and attempts included
 * @param service from the first byte written to the end of the last exchange; what was never
 *     written is beside
 * @param waiting from the intended start to the first byte written
 * @param hopService service times of the hops
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
    long hops,
    long attempts,
    Latencies response,
    Latencies service,
    Latencies waiting,
    Latencies hopService,
    SortedMap<Integer, Long> status,
    List<CheckStats> checks,
    List<Exemplar> slowest) {}
