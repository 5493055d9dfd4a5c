/** The prompt in a terminal. */
@NullMarked
package dev.squall.repl;

import org.jspecify.annotations.NullMarked;
