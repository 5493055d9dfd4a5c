/**
 * A run as others watch it while it lasts: its metrics for Prometheus, and a page that a browser
 * keeps open. Both read snapshots that are taken at most four times a second, however many watch.
 */
@NullMarked
package dev.squall.live;

import org.jspecify.annotations.NullMarked;
