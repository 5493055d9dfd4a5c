/** Results and traces as terminal text and files. */
@NullMarked
package dev.squall.report;

import org.jspecify.annotations.NullMarked;
