package dev.squall.shop.store;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a cart costs: tax is 8 % of the subtotal, rounded half up to the cent; shipping is flat. */
public record Totals(BigDecimal subtotal, BigDecimal tax, BigDecimal shipping, BigDecimal total) {

  private static final BigDecimal TAX_RATE = new BigDecimal("0.08");
  private static final BigDecimal SHIPPING = new BigDecimal("10.00");
  private static final BigDecimal ZERO = new BigDecimal("0.00");

  private static final Totals NOTHING = new Totals(ZERO, ZERO, ZERO, ZERO);

  public static Totals of(BigDecimal subtotal) {
    if (subtotal.signum() == 0) {
      return NOTHING;
    }
    var tax = subtotal.multiply(TAX_RATE).setScale(2, RoundingMode.HALF_UP);
    return new Totals(subtotal, tax, SHIPPING, subtotal.add(tax).add(SHIPPING));
  }
}
