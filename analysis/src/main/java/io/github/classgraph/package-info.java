/**
 * What Tablesaw asks of the ClassGraph library, and nothing more: which of its readers and writers
 * there are. The library looks through every jar of the class path for that, at the first use of a
 * table, for longer than a person likes to wait; docs/decisions/017 has the figures.
 */
@NullMarked
package io.github.classgraph;

import org.jspecify.annotations.NullMarked;
