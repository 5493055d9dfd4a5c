/**
 * The practice shop: an e-commerce API on loopback for load tests to practise on. It knows nothing
 * of the engine.
 */
@NullMarked
package dev.squall.shop;

import org.jspecify.annotations.NullMarked;
