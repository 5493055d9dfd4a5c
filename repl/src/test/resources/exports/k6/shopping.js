// shopping, written by Squall for k6.
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_CARD_TOKEN=…
import http from 'k6/http';
import { check, sleep } from 'k6';
import exec from 'k6/execution';
import { Rate } from 'k6/metrics';

export const options = {
  noCookiesReset: true,
  scenarios: {
    shopping: {
      executor: 'constant-vus',
      vus: 10,
      duration: '30s',
    },
  },
  thresholds: {
    http_req_duration: ['p(95)<500'],
    failed: ['rate<0.01'],
  },
};

const failed = new Rate('failed');

function iteration(v) {
  {
    const res = http.post('http://localhost:8089/auth/register', `{"email": "shopper-${Date.now()}@example.com", "password": "${inJson(__ENV.SQUALL_PASSWORD)}", "name": "Shopper ${exec.scenario.iterationInTest}"}`, {
      headers: { 'Content-Type': 'application/json' },
      tags: { name: 'register' },
    });
    demand(res, 'register', {
      'status is 201': (r) => r.status === 201,
      'jsonPath $.user.email contains @example.com': (r) => has(json(r, 'user.email'), '@example.com'),
    });
    v.token = take('token', json(res, 'token'));
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.get('http://localhost:8089/products?limit=10', { tags: { name: 'list-products' } });
    demand(res, 'list-products', {
      'status is 200': (r) => r.status === 200,
      'header Content-Type contains json': (r) => has(r.headers['Content-Type'], 'json'),
    });
    v.product_id = take('product_id', json(res, 'products.0.id'));
    v.another_product_id = take('another_product_id', json(res, 'products.1.id'));
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.get(`http://localhost:8089/products/${v.product_id}`, { tags: { name: 'product-details' } });
    demand(res, 'product-details', {
      'status is 200': (r) => r.status === 200,
      'jsonPath $.id is ${product_id}': (r) => same(json(r, 'id'), v.product_id),
      'jsonPath $.price above 0': (r) => number(json(r, 'price')) > 0,
    });
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.post('http://localhost:8089/cart/items', `{"product_id": "${inJson(v.product_id)}", "quantity": 2}`, {
      headers: { Authorization: `Bearer ${v.token}`, 'Content-Type': 'application/json' },
      tags: { name: 'add-to-cart' },
    });
    demand(res, 'add-to-cart', {
      'status is 201': (r) => r.status === 201,
      'jsonPath $.cart.items[0].quantity is 2': (r) => same(json(r, 'cart.items.0.quantity'), '2'),
    });
    v.cart_id = take('cart_id', json(res, 'cart.id'));
    v.item_id = take('item_id', json(res, 'cart.items.0.id'));
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.get('http://localhost:8089/cart', {
      headers: { Authorization: `Bearer ${v.token}` },
      tags: { name: 'view-cart' },
    });
    demand(res, 'view-cart', {
      'status is 200': (r) => r.status === 200,
      'jsonPath $.id is ${cart_id}': (r) => same(json(r, 'id'), v.cart_id),
      'jsonPath $.total above 10': (r) => number(json(r, 'total')) > 10,
    });
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.post('http://localhost:8089/cart/items', `{"product_id": "${inJson(v.another_product_id)}", "quantity": 1}`, {
      headers: { Authorization: `Bearer ${v.token}`, 'Content-Type': 'application/json' },
      tags: { name: 'add-another' },
    });
    demand(res, 'add-another', {
      'status is 201': (r) => r.status === 201,
      'jsonPath $.cart.items[1].product_id is ${another_product_id}': (r) => same(json(r, 'cart.items.1.product_id'), v.another_product_id),
    });
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.put(`http://localhost:8089/cart/items/${v.item_id}`, '{"quantity": 3}', {
      headers: { Authorization: `Bearer ${v.token}`, 'Content-Type': 'application/json' },
      tags: { name: 'change-quantity' },
    });
    demand(res, 'change-quantity', {
      'status is 200': (r) => r.status === 200,
      'jsonPath $.cart.items[0].quantity is 3': (r) => same(json(r, 'cart.items.0.quantity'), '3'),
    });
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.get('http://localhost:8089/cart', {
      headers: { Authorization: `Bearer ${v.token}` },
      tags: { name: 'view-cart' },
    });
    demand(res, 'view-cart', {
      'status is 200': (r) => r.status === 200,
      'jsonPath $.id is ${cart_id}': (r) => same(json(r, 'id'), v.cart_id),
      'jsonPath $.total above 10': (r) => number(json(r, 'total')) > 10,
    });
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.post('http://localhost:8089/checkout', `{
    "cart_id": "${inJson(v.cart_id)}",
    "shipping_address": {"street": "123 Main St", "city": "San Francisco", "state": "CA", "zip": "94102", "country": "US"},
    "payment": {"method": "credit_card", "card_token": "${inJson(__ENV.SQUALL_CARD_TOKEN)}${uuid()}"}
  }`, {
      headers: { Authorization: `Bearer ${v.token}`, 'Content-Type': 'application/json' },
      tags: { name: 'checkout' },
    });
    demand(res, 'checkout', {
      'status is 201': (r) => r.status === 201,
      'jsonPath $.status is confirmed': (r) => same(json(r, 'status'), 'confirmed'),
      'jsonPath $.confirmation_number matches ^ORD-[0-9]{8}$': (r) => has(json(r, 'confirmation_number'), new RegExp('^ORD-[0-9]{8}$')),
    });
    v.order_id = take('order_id', json(res, 'order_id'));
  }
  sleep(0.1 + Math.random() * 0.4);
  {
    const res = http.get(`http://localhost:8089/orders/${v.order_id}`, {
      headers: { Authorization: `Bearer ${v.token}` },
      tags: { name: 'view-order' },
    });
    demand(res, 'view-order', {
      'status is 200': (r) => r.status === 200,
      'jsonPath $.id is ${order_id}': (r) => same(json(r, 'id'), v.order_id),
    });
  }
  sleep(0.1 + Math.random() * 0.4);
}

export default function () {
  iteration({});
}

/** Adds the checks of a step up, and ends the iteration where one does not hold. */
function demand(res, name, checks) {
  const good = check(res, checks, { name });
  failed.add(!good, { name });
  if (!good) {
    throw new Error(`${name} failed with status ${res.status}`);
  }
}

/** A value to keep, as a text; the iteration ends where there is none. */
function take(name, value) {
  if (value === undefined) {
    throw new Error(`nothing to extract for ${name}`);
  }
  return text(value);
}

/** What a path finds in a JSON body. */
function json(res, path) {
  try {
    return path === undefined ? res.json() : res.json(path);
  } catch (_) {
    return undefined;
  }
}

/** Equal, as numbers where both are numbers. */
function same(value, expected) {
  if (value === undefined) {
    return false;
  }
  const [a, b] = [text(value), text(expected)];
  return a === b || (a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b));
}

/** Whether a pattern, or a text, is found anywhere in it. */
function has(value, part) {
  return value !== undefined
    && (part instanceof RegExp ? part.test(text(value)) : text(value).includes(text(part)));
}

/** A number, or one that is in no relation to any. */
function number(value) {
  return value === undefined || value === null || text(value).trim() === '' ? NaN : Number(value);
}

/** As it stands inside of a JSON string. */
function inJson(value) {
  return JSON.stringify(text(value)).slice(1, -1);
}

function text(value) {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function uuid() {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => {
    const r = Math.floor(Math.random() * 16);
    return (c === 'x' ? r : (r % 4) + 8).toString(16);
  });
}
