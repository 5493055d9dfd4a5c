package dev.squall.plan;

/** A compiled check and its words. */
public record PlannedCheck(String text, Lookup lookup, Criterion condition) {}
