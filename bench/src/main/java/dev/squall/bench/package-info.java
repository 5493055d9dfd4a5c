/** Benchmarks; run by hand, figures in bench/README.md. */
@NullMarked
package dev.squall.bench;

import org.jspecify.annotations.NullMarked;
