/** What the shop sells and to whom: products, accounts, carts, orders. It knows nothing of HTTP. */
@NullMarked
package dev.squall.shop.store;

import org.jspecify.annotations.NullMarked;
