/**
 * How much, when and until when: pure data and arithmetic. A pacer maps an arrival's number to
 * nanoseconds; nothing here sleeps.
 */
@NullMarked
package dev.squall.load;

import org.jspecify.annotations.NullMarked;
