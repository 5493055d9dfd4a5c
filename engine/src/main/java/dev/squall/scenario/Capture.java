package dev.squall.scenario;

/**
 * A variable and where its value is found in the answer.
 *
 * @param variable its name
 * @param extractor where to look
 */
public record Capture(String variable, Extractor extractor) {}
