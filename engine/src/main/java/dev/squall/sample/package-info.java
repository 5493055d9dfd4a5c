/**
 * The facts: one {@code Sample} per request. Second waist of the flow, between the virtual users
 * and the statistics.
 */
@NullMarked
package dev.squall.sample;

import org.jspecify.annotations.NullMarked;
