package dev.squall.stats;

import java.util.List;

/**
 * One second of a run, or ten or more where the matrix had to coarsen. A request belongs to the
 * second in which it ended.
 *
 * @param startSeconds beginning, in seconds since T0
 * @param widthSeconds length in seconds
 * @param requests {@code ok + failed + interrupted}
 * @param ok complete answers that every check accepts
 * @param failed failed requests
 * @param interrupted in flight when the run ended
 * @param busyUsers the most users that were seen busy
 * @param iterations iterations that ended
 * @param response response times of the requests
 * @param bytesSent bytes written, hops and attempts included
 * @param bytesReceived bytes read, hops and attempts included
 * @param marks what was done to the run meanwhile, in words
 */
public record TimelinePoint(
    long startSeconds,
    int widthSeconds,
    long requests,
    long ok,
    long failed,
    long interrupted,
    int busyUsers,
    long iterations,
    Latencies response,
    long bytesSent,
    long bytesReceived,
    List<String> marks) {

  /** Median response time. */
  public Estimate p50() {
    return response.percentile(50);
  }

  /** 95th percentile of the response time. */
  public Estimate p95() {
    return response.percentile(95);
  }

  /** 99th percentile of the response time. */
  public Estimate p99() {
    return response.percentile(99);
  }
}
