/** What a person types: lines cut into words, cells into Java, commands and probes. */
@NullMarked
package dev.squall.shell.line;

import org.jspecify.annotations.NullMarked;
