/** {@code squall kernel}: tells Jupyter where the kernel is. */
@NullMarked
package dev.squall.kernel.install;

import org.jspecify.annotations.NullMarked;
