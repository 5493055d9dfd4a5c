/**
 * JSON in and out: records as bodies, bodies as checked fields, and what is said where one is
 * refused.
 */
@NullMarked
package dev.squall.shop.json;

import org.jspecify.annotations.NullMarked;
