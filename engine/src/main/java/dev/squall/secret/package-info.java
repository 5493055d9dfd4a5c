/** What no log and no screen shows, known by the names that it goes under. */
@NullMarked
package dev.squall.secret;

import org.jspecify.annotations.NullMarked;
