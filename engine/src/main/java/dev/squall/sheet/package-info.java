/**
 * Results as sheets of typed columns with units, built once: what a terminal, a page, a file and a
 * data frame show comes from the same cells.
 */
@NullMarked
package dev.squall.sheet;

import org.jspecify.annotations.NullMarked;
