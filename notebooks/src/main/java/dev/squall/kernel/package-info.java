/** The Jupyter kernel. */
@NullMarked
package dev.squall.kernel;

import org.jspecify.annotations.NullMarked;
