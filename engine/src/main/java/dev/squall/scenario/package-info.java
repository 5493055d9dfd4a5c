/**
 * What a virtual user does, as pure data. First waist of the flow: a {@code Scenario} is immutable,
 * printable and knows nothing of load, wire or numbers.
 */
@NullMarked
package dev.squall.scenario;

import org.jspecify.annotations.NullMarked;
