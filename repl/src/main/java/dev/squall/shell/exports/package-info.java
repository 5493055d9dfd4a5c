/**
 * A scenario as text of other tools: curl, {@code .httpx}, Java, JShell, k6, Gatling and hurl. What
 * a tool has no words for is told, and stands as a comment where it would be; what is nobody's to
 * read becomes a variable of the environment.
 */
@NullMarked
package dev.squall.shell.exports;

import org.jspecify.annotations.NullMarked;
