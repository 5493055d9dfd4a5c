/** What begins with {@code %}: one parser, and commands that stand on the words of Java. */
@NullMarked
package dev.squall.shell.command;

import org.jspecify.annotations.NullMarked;
