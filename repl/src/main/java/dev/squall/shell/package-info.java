/**
 * One JShell session that knows HTTP, load and percentiles; the prompt and the notebook kernel both
 * sit on it.
 */
@NullMarked
package dev.squall.shell;

import org.jspecify.annotations.NullMarked;
