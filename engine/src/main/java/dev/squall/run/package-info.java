/**
 * Virtual users performing a plan, the dispatcher that releases arrivals, and the live {@code Run}.
 */
@NullMarked
package dev.squall.run;

import org.jspecify.annotations.NullMarked;
