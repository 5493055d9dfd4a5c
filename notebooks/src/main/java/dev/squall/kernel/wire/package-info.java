/** Jupyter's messages as they lie on the wire: frames, signatures, the connection file. */
@NullMarked
package dev.squall.kernel.wire;

import org.jspecify.annotations.NullMarked;
