/**
 * A scenario, a load and options, checked and compiled: templates to byte segments, JSONPath and
 * patterns once. Whatever is wrong is found here, before anything is sent.
 */
@NullMarked
package dev.squall.plan;

import org.jspecify.annotations.NullMarked;
