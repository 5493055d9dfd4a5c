/** Values as those see them who look: text for a terminal, and what a notebook can show. */
@NullMarked
package dev.squall.shell.display;

import org.jspecify.annotations.NullMarked;
