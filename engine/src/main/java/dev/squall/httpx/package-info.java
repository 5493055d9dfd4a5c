/** The {@code .httpx} language: text to document and back. */
@NullMarked
package dev.squall.httpx;

import org.jspecify.annotations.NullMarked;
