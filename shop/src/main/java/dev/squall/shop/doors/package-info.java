/** How one gets in: ports, HTTP versions, TLS and its certificate. */
@NullMarked
package dev.squall.shop.doors;

import org.jspecify.annotations.NullMarked;
