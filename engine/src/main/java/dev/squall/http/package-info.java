/**
 * The wire: origins, connections, the HTTP/1.1 codec, exact timings and exact connection counts.
 * Uses the JDK alone.
 */
@NullMarked
package dev.squall.http;

import org.jspecify.annotations.NullMarked;
