// shopping, written by Squall.
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_CARD_TOKEN=…
import static dev.squall.Squall.*;

var shopping =
    scenario(
            "shopping",
            post("http://localhost:8089/auth/register")
                .named("register")
                .json(
                    """
                    {"email": "shopper-${timestamp}@example.com", "password": "${env.SQUALL_PASSWORD}", "name": "Shopper ${COUNTER}"}\
                    """)
                .check(status().is(201), jsonPath("$.user.email").contains("@example.com"))
                .extract("token", jsonPath("$.token")),
            pause(millis(100), millis(500)),
            get("http://localhost:8089/products?limit=10")
                .named("list-products")
                .check(status().is(200), header("Content-Type").contains("json"))
                .extract("product_id", jsonPath("$.products[0].id"))
                .extract("another_product_id", jsonPath("$.products[1].id")),
            pause(millis(100), millis(500)),
            get("http://localhost:8089/products/${product_id}")
                .named("product-details")
                .check(
                    status().is(200),
                    jsonPath("$.id").is("${product_id}"),
                    jsonPath("$.price").isAbove(0)),
            pause(millis(100), millis(500)),
            post("http://localhost:8089/cart/items")
                .named("add-to-cart")
                .bearer("${token}")
                .json(
                    """
                    {"product_id": "${product_id}", "quantity": 2}\
                    """)
                .check(status().is(201), jsonPath("$.cart.items[0].quantity").is(2))
                .extract("cart_id", jsonPath("$.cart.id"))
                .extract("item_id", jsonPath("$.cart.items[0].id")),
            pause(millis(100), millis(500)),
            get("http://localhost:8089/cart")
                .named("view-cart")
                .bearer("${token}")
                .check(
                    status().is(200),
                    jsonPath("$.id").is("${cart_id}"),
                    jsonPath("$.total").isAbove(10)),
            pause(millis(100), millis(500)),
            post("http://localhost:8089/cart/items")
                .named("add-another")
                .bearer("${token}")
                .json(
                    """
                    {"product_id": "${another_product_id}", "quantity": 1}\
                    """)
                .check(
                    status().is(201),
                    jsonPath("$.cart.items[1].product_id").is("${another_product_id}")),
            pause(millis(100), millis(500)),
            put("http://localhost:8089/cart/items/${item_id}")
                .named("change-quantity")
                .bearer("${token}")
                .json("{\"quantity\": 3}")
                .check(status().is(200), jsonPath("$.cart.items[0].quantity").is(3)),
            pause(millis(100), millis(500)),
            get("http://localhost:8089/cart")
                .named("view-cart")
                .bearer("${token}")
                .check(
                    status().is(200),
                    jsonPath("$.id").is("${cart_id}"),
                    jsonPath("$.total").isAbove(10)),
            pause(millis(100), millis(500)),
            post("http://localhost:8089/checkout")
                .named("checkout")
                .bearer("${token}")
                .json(
                    """
                    {
                        "cart_id": "${cart_id}",
                        "shipping_address": {"street": "123 Main St", "city": "San Francisco", "state": "CA", "zip": "94102", "country": "US"},
                        "payment": {"method": "credit_card", "card_token": "${env.SQUALL_CARD_TOKEN}${UUID}"}
                      }\
                    """)
                .check(
                    status().is(201),
                    jsonPath("$.status").is("confirmed"),
                    jsonPath("$.confirmation_number").matches("^ORD-[0-9]{8}$"))
                .extract("order_id", jsonPath("$.order_id")),
            pause(millis(100), millis(500)),
            get("http://localhost:8089/orders/${order_id}")
                .named("view-order")
                .bearer("${token}")
                .check(status().is(200), jsonPath("$.id").is("${order_id}")),
            pause(millis(100), millis(500)))
        .variable("base", "http://localhost:8089");
var shoppingLoad = users(10).during(seconds(30));
var shoppingGoals = java.util.List.of(p95().isBelow(millis(500)), errorRate().isBelow(percent(1)));
