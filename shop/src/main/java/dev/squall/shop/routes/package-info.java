/** What the shop answers, topic by topic. */
@NullMarked
package dev.squall.shop.routes;

import org.jspecify.annotations.NullMarked;
