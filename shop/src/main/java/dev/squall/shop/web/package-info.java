/** How a request becomes an answer: routes, bodies, waits, faults, and the writing of answers. */
@NullMarked
package dev.squall.shop.web;

import org.jspecify.annotations.NullMarked;
