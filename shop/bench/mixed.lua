-- What endurance.sh has wrk ask for: every kind of answer, one thread's connections going round in turn.
-- TOKEN is a signed-in user's; one user's cart is kept small by emptying it.
local token = os.getenv("TOKEN")
local json = {["Content-Type"] = "application/json"}
local user = {["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token}
local turns = {
  {"GET", "/health"},
  {"GET", "/products?category=books&limit=20"},
  {"GET", "/products/prod-123"},
  {"GET", "/status"},
  {"POST", "/auth/login", json, '{"email":"test@example.com","password":"password123"}'},
  {"POST", "/cart/items", user, '{"product_id":"prod-123","quantity":1}'},
  {"GET", "/cart", user},
  {"DELETE", "/cart", user},
  {"GET", "/users/me", user},
  {"GET", "/error/503"},
  {"GET", "/nowhere"},
}
local turn = 0

function request()
  turn = turn % #turns + 1
  local it = turns[turn]
  return wrk.format(it[1], it[2], it[3], it[4])
end
