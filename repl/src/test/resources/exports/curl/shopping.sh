#!/usr/bin/env bash
# shopping, written by Squall for curl.
# Before it runs: export SQUALL_PASSWORD=…
# Before it runs: export SQUALL_CARD_TOKEN=…
# scenario shopping: curl performs a scenario once, without load and goals
# scenario shopping: curl checks nothing
# scenario shopping: curl keeps nothing of an answer
# scenario shopping: curl waits for nothing

# register
curl http://localhost:8089/auth/register \
  -H 'Content-Type: application/json' \
  --data-raw '{"email": "shopper-'"$(date +%s%3N)"'@example.com", "password": "'"$SQUALL_PASSWORD"'", "name": "Shopper 0"}'
# check: status is 201, jsonPath $.user.email contains @example.com
# then: token=… ($.token of the answer: jq -r '.token')

# list-products
curl 'http://localhost:8089/products?limit=10'
# check: status is 200, header Content-Type contains json
# then: product_id=… ($.products[0].id of the answer: jq -r '.products[0].id')
# then: another_product_id=… ($.products[1].id of the answer: jq -r '.products[1].id')

# product-details
curl http://localhost:8089/products/"$product_id"
# check: status is 200, jsonPath $.id is ${product_id}, jsonPath $.price above 0

# add-to-cart
curl http://localhost:8089/cart/items \
  -H 'Authorization: Bearer '"$token" \
  -H 'Content-Type: application/json' \
  --data-raw '{"product_id": "'"$product_id"'", "quantity": 2}'
# check: status is 201, jsonPath $.cart.items[0].quantity is 2
# then: cart_id=… ($.cart.id of the answer: jq -r '.cart.id')
# then: item_id=… ($.cart.items[0].id of the answer: jq -r '.cart.items[0].id')

# view-cart
curl http://localhost:8089/cart -H 'Authorization: Bearer '"$token"
# check: status is 200, jsonPath $.id is ${cart_id}, jsonPath $.total above 10

# add-another
curl http://localhost:8089/cart/items \
  -H 'Authorization: Bearer '"$token" \
  -H 'Content-Type: application/json' \
  --data-raw '{"product_id": "'"$another_product_id"'", "quantity": 1}'
# check: status is 201, jsonPath $.cart.items[1].product_id is ${another_product_id}

# change-quantity
curl -X PUT \
  http://localhost:8089/cart/items/"$item_id" \
  -H 'Authorization: Bearer '"$token" \
  -H 'Content-Type: application/json' \
  --data-raw '{"quantity": 3}'
# check: status is 200, jsonPath $.cart.items[0].quantity is 3

# view-cart
curl http://localhost:8089/cart -H 'Authorization: Bearer '"$token"
# check: status is 200, jsonPath $.id is ${cart_id}, jsonPath $.total above 10

# checkout
curl http://localhost:8089/checkout \
  -H 'Authorization: Bearer '"$token" \
  -H 'Content-Type: application/json' \
  --data-raw '{
    "cart_id": "'"$cart_id"'",
    "shipping_address": {"street": "123 Main St", "city": "San Francisco", "state": "CA", "zip": "94102", "country": "US"},
    "payment": {"method": "credit_card", "card_token": "'"$SQUALL_CARD_TOKEN"''"$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)"'"}
  }'
# check: status is 201, jsonPath $.status is confirmed, jsonPath $.confirmation_number matches ^ORD-[0-9]{8}$
# then: order_id=… ($.order_id of the answer: jq -r '.order_id')

# view-order
curl http://localhost:8089/orders/"$order_id" -H 'Authorization: Bearer '"$token"
# check: status is 200, jsonPath $.id is ${order_id}

