package dev.squall.scenario;

/**
 * A header of a request.
 *
 * @param name as it goes onto the wire
 * @param value may hold variables
 */
public record Header(String name, Template value) {}
