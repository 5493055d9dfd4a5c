package dev.squall.shop.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A practice shop for tests, on loopback and a free port. Whatever JUnit calls gets it as a
 * parameter of the type {@link dev.squall.shop.PracticeShop}: constructors, tests, and lifecycle
 * methods, static ones too.
 *
 * {@snippet :
 * @Shop
 * class CheckoutTest {
 *
 *   @Test
 *   void buys(PracticeShop shop) {
 *     // requests to shop.url(), and what the shop saw of them in shop.truth()
 *   }
 *
 *   @Test
 *   @Shop(behaviour = "POST /checkout: latency=fixed:300ms errors=10%")
 *   void copes(PracticeShop shop) {
 *     // a shop of its own
 *   }
 * }
 * }
 *
 * <p>On a class, all its tests share one shop, those of nested classes too, and it closes after the
 * last of them. On a method, every run of it has a shop of its own: each repetition, and each
 * invocation with other arguments. The annotation nearest to the test counts. A shop closes whether
 * its tests pass or fail.
 *
 * <p>After every test the behaviour becomes that of the annotation again, so that a test which
 * misbehaves the shop does not spoil the next; a freeze ends with its test. That also undoes a
 * behaviour set before all tests: say it in the annotation instead. Accounts, carts, orders and
 * counts stay as the tests left them. Tests that run in parallel and change the behaviour need
 * shops of their own.
 *
 * <p>An attribute that cannot be read fails the class or the method with an {@link
 * org.junit.jupiter.api.extension.ExtensionConfigurationException} that says why.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(ShopExtension.class)
public @interface Shop {

  /** Decides the products and everything that is drawn: same seed, same shop. */
  long seed() default 42;

  /** Whether it speaks TLS on a second port too. */
  boolean tls() default false;

  /**
   * How the shop misbehaves, in lines that {@link dev.squall.shop.behaviour.Behaviour#with} reads:
   * {@code latency=fixed:20ms workers=8} for every route, {@code POST /checkout: errors=10%:503}
   * for one.
   */
  String[] behaviour() default {};
}
