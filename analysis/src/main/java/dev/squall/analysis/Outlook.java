package dev.squall.analysis;

import dev.squall.stats.Estimate;

/**
 * What a run comes to, or would come to.
 *
 * @param p50 median, of requests or, where several make a page, of the slowest of a page
 * @param p95 the same of the 95th percentile
 * @param p99 the same of the 99th percentile
 * @param errorRate the share of requests that fail, 0 to 1; of pages, with at least one that does
 * @param load requests sent for each that is asked for: 1 without retries
 */
public record Outlook(Estimate p50, Estimate p95, Estimate p99, double errorRate, double load) {}
