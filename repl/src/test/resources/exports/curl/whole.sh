#!/usr/bin/env bash
# whole " thing, written by Squall for curl.
# scenario whole " thing: curl performs a scenario once, without load and goals
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl reads no rows of data
# scenario whole " thing: curl keeps nothing of an answer

# POST /login
curl -X POST http://localhost:8089/login -H 'X-All: 1'
# then: token=… ($.token of the answer: jq -r '.token')

# GET /${id}
curl http://localhost:8089/user-"$(cat /proc/sys/kernel/random/uuid 2>/dev/null || uuidgen)" -H 'X-All: 1'

# POST /logout
curl -X POST http://localhost:8089/logout -H 'X-All: 1'

