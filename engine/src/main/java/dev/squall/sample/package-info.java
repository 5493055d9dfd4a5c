/**
 * The facts: samples of requests and exchanges, connections opened. Second waist of the flow,
 * between the virtual users and the statistics.
 */
@NullMarked
package dev.squall.sample;

import org.jspecify.annotations.NullMarked;
