/**
 * How a shop misbehaves on purpose: the faults as data, and what carries them out. It knows nothing
 * of HTTP.
 */
@NullMarked
package dev.squall.shop.behaviour;

import org.jspecify.annotations.NullMarked;
