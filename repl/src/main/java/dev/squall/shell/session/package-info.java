/**
 * What a person has at hand: a user that probes, the draft of a scenario, the runs that were made,
 * hosts that may be loaded.
 */
@NullMarked
package dev.squall.shell.session;

import org.jspecify.annotations.NullMarked;
