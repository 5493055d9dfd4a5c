package dev.squall.shop.routes;

import dev.squall.shop.json.Refusal;
import dev.squall.shop.store.Account;
import dev.squall.shop.store.Orders;
import dev.squall.shop.store.Visitor;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** {@code /checkout} and {@code /orders}. */
public final class OrderRoutes {

  private static final List<String> GOOD_CARDS = List.of("tok_visa", "tok_mastercard", "tok_amex");

  private final AtomicLong numbers = new AtomicLong();

  private OrderRoutes() {}

  public static void add(Routes routes) {
    var orders = new OrderRoutes();
    routes.signedIn("POST", "/checkout", orders::checkout);
    routes.signedIn(
        "GET", "/orders", (call, me) -> Answer.ok(new Listed(me.account().orders().summaries())));
    routes.signedIn(
        "GET",
        "/orders/{id}",
        (call, me) -> Answer.ok(me.account().orders().get(call.parameter("id"))));
  }

  private Answer checkout(Call call, Visitor me) {
    var fields = call.fields();
    var cartId = fields.text("cart_id");
    var shipping = Orders.Address.of(fields.object("shipping_address"));
    var billing =
        fields.has("billing_address")
            ? Orders.Address.of(fields.object("billing_address"))
            : shipping;
    var payment = fields.object("payment");
    var method = payment.text("method");
    payment.require(method.equals("credit_card"), "method", "must be credit_card");
    var card = payment.text("card_token");
    fields.check();
    var account = me.account();
    var order = order(account, cartId, card, shipping, billing);
    account.orders().add(order);
    return Answer.created(
        new Confirmed(order.id(), order.status(), order.total(), order.confirmationNumber()));
  }

  private Orders.Order order(
      Account account,
      String cartId,
      String card,
      Orders.Address shipping,
      Orders.Address billing) {
    var bought = account.cart().checkout(cartId, () -> charge(card));
    var number = numbers.incrementAndGet();
    return new Orders.Order(
        "order-" + number,
        account.id(),
        "confirmed",
        bought.items(),
        bought.subtotal(),
        bought.tax(),
        bought.shipping(),
        bought.total(),
        shipping,
        billing,
        "ORD-%08d".formatted(number % 100_000_000),
        Instant.now().toString());
  }

  private static void charge(String card) {
    if (GOOD_CARDS.stream().noneMatch(card::startsWith)) {
      throw new Refusal(402, "the card was declined");
    }
  }

  private record Listed(List<Orders.Summary> orders) {}

  private record Confirmed(
      String orderId, String status, BigDecimal total, String confirmationNumber) {}
}
