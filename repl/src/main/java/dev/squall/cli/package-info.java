/** The commands of {@code ./squall}. */
@NullMarked
package dev.squall.cli;

import org.jspecify.annotations.NullMarked;
