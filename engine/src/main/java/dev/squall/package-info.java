/**
 * The words: every DSL word and the verbs {@code run}, {@code start} and {@code once} as static
 * methods of {@link dev.squall.Squall}. Nobody inside uses it.
 */
@NullMarked
package dev.squall;

import org.jspecify.annotations.NullMarked;
