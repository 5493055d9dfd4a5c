package dev.squall.scenario;

/**
 * A variable that no step has to extract.
 *
 * @param value what stands in its place; other variables in it get their values when it is used
 */
public record Given(String name, Template value) {}
