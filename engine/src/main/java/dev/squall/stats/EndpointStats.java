package dev.squall.stats;

/**
 * All requests to one endpoint, whichever steps sent them.
 *
 * @param endpoint method and unexpanded path
 * @param count {@code ok + failed + interrupted}
 * @param ok complete answers that every check accepts
 * @param failed failed requests
 * @param interrupted in flight when the run ended
 * @param response from the intended start to the end
 * @param service from the first byte written to the end
 * @param waiting from the intended start to the first byte written
 */
public record EndpointStats(
    String endpoint,
    long count,
    long ok,
    long failed,
    long interrupted,
    Latencies response,
    Latencies service,
    Latencies waiting) {}
