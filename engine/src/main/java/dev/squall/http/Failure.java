package dev.squall.http;

/**
 * Why an exchange brought no complete answer.
 *
 * @param kind what happened
 * @param detail one example of it in words, with offsets (bytes from the start of the answer) and
 *     an excerpt where an answer was malformed
 */
public record Failure(FailureKind kind, String detail) {}
