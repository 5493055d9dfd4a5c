package dev.squall.shop.routes;

import dev.squall.shop.json.Fields;
import dev.squall.shop.store.Cart;
import dev.squall.shop.store.Catalogue;
import dev.squall.shop.store.Visitor;
import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Call;
import dev.squall.shop.web.Routes;

/** {@code /cart} and {@code /cart/items}. */
public final class CartRoutes {

  private final Catalogue catalogue;

  private CartRoutes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public static void add(Routes routes, Catalogue catalogue) {
    var carts = new CartRoutes(catalogue);
    routes.signedIn(
        "GET", "/cart", (call, me) -> Answer.ok(me.account().cart().viewFor(me.account().id())));
    routes.signedIn("DELETE", "/cart", (call, me) -> clear(me));
    routes.signedIn("POST", "/cart/items", carts::add);
    routes.signedIn("PUT", "/cart/items/{item_id}", CartRoutes::change);
    routes.signedIn("DELETE", "/cart/items/{item_id}", CartRoutes::remove);
  }

  private Answer add(Call call, Visitor me) {
    var fields = call.fields();
    var productId = fields.text("product_id");
    var quantity = quantity(fields);
    fields.check();
    var product = catalogue.get(productId).product();
    return Answer.created(new Changed(me.account().cart().add(product, quantity)));
  }

  private static Answer change(Call call, Visitor me) {
    var fields = call.fields();
    var quantity = quantity(fields);
    fields.check();
    return Answer.ok(new Changed(me.account().cart().change(call.parameter("item_id"), quantity)));
  }

  private static Answer remove(Call call, Visitor me) {
    me.account().cart().remove(call.parameter("item_id"));
    return Answer.message("Item removed from cart");
  }

  private static Answer clear(Visitor me) {
    me.account().cart().clear();
    return Answer.message("Cart cleared");
  }

  private static int quantity(Fields fields) {
    var quantity = fields.integer("quantity");
    fields.require(quantity >= 1, "quantity", "must be 1 or more");
    return quantity;
  }

  private record Changed(Cart.View cart) {}
}
