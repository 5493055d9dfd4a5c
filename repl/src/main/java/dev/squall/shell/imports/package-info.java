/**
 * Files of other tools taken into steps: HAR, OpenAPI 3, Postman collections, and {@code .httpx} of
 * our own. What of a file cannot be taken is told with its place; nothing that a file names is
 * opened or fetched.
 */
@NullMarked
package dev.squall.shell.imports;

import org.jspecify.annotations.NullMarked;
