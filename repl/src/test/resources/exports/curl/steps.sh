#!/usr/bin/env bash
# steps, written by Squall for curl.
# Before it runs: export SQUALL_AUTHORIZATION=…
# Before it runs: export SQUALL_PASSWORD=…
# Before it runs: export SQUALL_PASSWORD_2=…
# scenario steps: curl performs a scenario once, without load and goals
# request POST /a: a body of 4 bytes that are no text
# scenario steps: curl checks nothing
# scenario steps: curl keeps nothing of an answer
# scenario steps: curl tries again by its own rules only
# scenario steps: curl waits for nothing
# scenario steps: curl has no loop over a list
# scenario steps: curl asks for no condition
# scenario steps: curl asks for no condition
# scenario steps: curl leaves no iteration
# scenario steps: curl asks for no condition
# scenario steps: curl asks for no condition
# scenario steps: curl asks for no condition
# scenario steps: curl asks for no condition
# scenario steps: curl draws none of several ways
# scenario steps: these are sent one after the other, not at the same time

# GET /a
curl 'http://localhost:8089/a?b=c'

# x
curl -I http://localhost:8089/a

# PUT /a
curl -X PUT http://localhost:8089/a -H 'Content-Type: text/plain; charset=utf-8' --data-raw t

# PATCH /a
curl -X PATCH http://localhost:8089/a -H 'Content-Type: application/json' --data-raw '{}'

# DELETE /a
curl -X DELETE http://localhost:8089/a

# OPTIONS *
curl -X OPTIONS 'http://localhost:8089/*'

# PURGE /a
curl -X PURGE http://localhost:8089/a

# GET /a
curl http://localhost:8089/a \
  --url-query 'q=a b' \
  --url-query n=5 \
  -H 'X-A: b' \
  -H 'Authorization: Bearer '"$token"

# GET /a
curl http://localhost:8089/a \
  -H 'Accept-Encoding: gzip, deflate, br, zstd' \
  -H 'authorization: Bearer '"$SQUALL_AUTHORIZATION" \
  -u me:"$SQUALL_PASSWORD"

# POST /a
curl http://localhost:8089/a \
  -H 'Content-Type: application/json' \
  --data-raw '{"email": "'"$email"'",
  "tail": "x"}  '

# POST /a
curl http://localhost:8089/a \
  -H 'Content-Type: text/plain; charset=utf-8' \
  --data-raw 'line

  indented \ 	
last
'

# POST /a
curl http://localhost:8089/a --data-urlencode a=b --data-urlencode c=1.5

# POST /a
curl http://localhost:8089/a --form-string a=b -F f=@a.png -F 'g=@a.bin;type=image/x'

# POST /a
curl http://localhost:8089/a -H 'Content-Type: application/json' --data-binary @a.json

# POST /a
curl http://localhost:8089/a -H 'Content-Type: text/plain' --data-binary @a.json

# POST /a
# left out: a body of 4 bytes that are no text; put them into a file: .file(path, type)

# with a body
curl http://localhost:8089/a \
  --url-query q=1 \
  -H 'X: y' \
  -u u:"$SQUALL_PASSWORD_2" \
  -m 1 \
  --data-raw 'a=1&b='"$x"
# check: status is 200
# then: a=… (body)

# with a body
curl http://localhost:8089/a --url-query q=1 -H 'X: y' -u u:"$SQUALL_PASSWORD_2" -m 1 --data-raw ''
# check: status is 200
# then: a=… (body)

# with a body
curl http://localhost:8089/a --url-query q=1 -H 'X: y' -u u:"$SQUALL_PASSWORD_2" -m 1
# check: status is 200
# then: a=… (body)

# with a body
curl http://localhost:8089/a \
  --url-query q=1 \
  -H 'X: y' \
  -u u:"$SQUALL_PASSWORD_2" \
  -m 1 \
  -F 'a=b;type=text/x' \
  -F 'f=@p;filename=as' \
  -F 't=<p;type=text/y'
# check: status is 200
# then: a=… (body)

# GET /a
curl http://localhost:8089/a -m 2 --max-redirs 3 -H 'Expect: 100-continue'

# GET /a
curl http://localhost:8089/a --max-redirs 0

# GET /a
curl http://localhost:8089/a

# GET /a
curl http://localhost:8089/a

# GET /a
curl http://localhost:8089/a
# check: status is 200, status is not 500, status in 200, 201, status below 400, status above 199, status between 200 and 299, status is ${code}, status exists, status below 400.5, status matches 2.., elapsed below 250 ms, elapsed above 0.5 ms, elapsed between 1 and 2000 ms, elapsed exists, elapsed below NaN ms

# GET /a
curl http://localhost:8089/a
# check: jsonPath $.a is 5, jsonPath $.a is 05, jsonPath $.a is -7, jsonPath $.a is 199.98, jsonPath $.a is not x, jsonPath $.a contains x, jsonPath $.a matches ^ORD-[0-9]{8}$, jsonPath $.a exists, jsonPath $.a below 1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000, jsonPath $.a above -0, jsonPath $.a at least 0.1, jsonPath $.a in a, 1, jsonPath $.a in , header X is y, xpath //a/@b exists, cookie sid exists, body contains x, regex id=(\d+) is 1, regex (a)(b) exists, regex id exists

# GET /a
curl http://localhost:8089/a
# then: a=… ($.a of the answer: jq -r '.a')
# then: s=… (status)
# then: e=… (elapsed)

# list

# GET /a
curl http://localhost:8089/a

# empty

for _ in $(seq 3); do
  # GET /a
  curl http://localhost:8089/a

  :
done

# left out: curl has no loop over a list; its steps are sent for one post of posts

# GET /p/${post.id}
curl http://localhost:8089/p/"$post_id"

# left out: curl asks for no condition; the steps of when ${stock} above 0 stand here

# GET /a
curl http://localhost:8089/a

# left out: curl asks for no condition; the steps of when ${stock} above 0 and ${stock} below 100000 stand here

# GET /a
curl http://localhost:8089/a

# GET /b
curl http://localhost:8089/b

# left out: curl asks for no condition; the steps of when ${a} exists or ${b} is 1 or ${c} in 1, x stand here

# GET /a
curl http://localhost:8089/a

# left out: curl asks for no condition; the steps of when  stand here

# GET /a
curl http://localhost:8089/a

# left out: curl asks for no condition; the steps of when ${a} exists stand here

# GET /a
curl http://localhost:8089/a

# left out: curl asks for no condition; the steps of when x ${y} matches ^a stand here

# GET /a
curl http://localhost:8089/a

# left out: curl draws none of several ways; all of them stand here

# GET /a
curl http://localhost:8089/a

# GET /b
curl http://localhost:8089/b

# GET /c
curl http://localhost:8089/c

# left out: these are sent one after the other, not at the same time

# GET /a
curl http://localhost:8089/a

# g

# GET /b
curl http://localhost:8089/b

# GET /error/503
curl http://localhost:8089/error/503

# GET /never
curl http://localhost:8089/never

# GET /last
curl http://localhost:8089/last

