/** How the shop describes itself: to programs, to people and to both at once. */
@NullMarked
package dev.squall.shop.pages;

import org.jspecify.annotations.NullMarked;
