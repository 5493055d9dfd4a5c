/**
 * Java in a session: JShell in this process, whose snippets can be stopped, whose variables outlive
 * later definitions, and whose results are the objects themselves.
 */
@NullMarked
package dev.squall.shell.eval;

import org.jspecify.annotations.NullMarked;
