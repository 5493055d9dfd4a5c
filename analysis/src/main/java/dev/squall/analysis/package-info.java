/** Results as Tablesaw tables and plots; comparisons and experiments. */
@NullMarked
package dev.squall.analysis;

import org.jspecify.annotations.NullMarked;
