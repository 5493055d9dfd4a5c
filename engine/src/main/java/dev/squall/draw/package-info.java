/** Draws that are pure functions of seed, iteration, place and visit: same seed, same run. */
@NullMarked
package dev.squall.draw;

import org.jspecify.annotations.NullMarked;
