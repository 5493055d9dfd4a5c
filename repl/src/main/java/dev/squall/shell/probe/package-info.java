/** Single requests as they are typed, and their answers. */
@NullMarked
package dev.squall.shell.probe;

import org.jspecify.annotations.NullMarked;
