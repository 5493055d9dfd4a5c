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
 * @param p50 median response time
 * @param p95 95th percentile of the response time
 * @param p99 99th percentile of the response time
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
    Estimate p50,
    Estimate p95,
    Estimate p99,
    long bytesSent,
    long bytesReceived,
    List<String> marks) {}
