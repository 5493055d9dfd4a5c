/** What the server itself counted and measured, to hold a client's figures against. */
@NullMarked
package dev.squall.shop.truth;

import org.jspecify.annotations.NullMarked;
