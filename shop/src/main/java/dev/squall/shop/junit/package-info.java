/** Practice shops for JUnit tests. Needs JUnit 6, which whoever uses it has already. */
@NullMarked
package dev.squall.shop.junit;

import org.jspecify.annotations.NullMarked;
