/** What would be good enough, as pure data: a metric, of which step, and a bound. */
@NullMarked
package dev.squall.goal;

import org.jspecify.annotations.NullMarked;
