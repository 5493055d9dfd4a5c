package dev.squall.httpx;

/**
 * {@code header X-Tenant = "acme"}: of every request of a scenario that has none of that name.
 *
 * @param value may hold variables
 */
record HeaderOfAll(String name, String value, Span at) implements ScenarioPart {}
