#!/usr/bin/env bash
# a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , written by Squall for curl.
# Before it runs: export SQUALL_PASSWORD=…
# Before it runs: export SQUALL_PASSWORD_2=…
# Before it runs: export SQUALL_PASSWORD_3=…
# Before it runs: export SQUALL_PASSWORD_4=…
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl performs a scenario once, without load and goals
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl reads no rows of data
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl checks nothing
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl keeps nothing of an answer
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl tries again by its own rules only
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl has no loop over a list
# scenario a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : curl asks for no condition

# a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
curl -g \
  $'http://localhost:8089/a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  --url-query $'a%22b%27c%5Cd%60e%24%7Bx%7Df%24g%24%24h%23%7Bi%7Dj%7B%7Bk%7D%7Dl%2A%2Fm%2F%2Fn%3C%21--%3C%2Fscript%3E%0A%0D%09%00%1B%E2%80%A8%C3%A9%F0%9F%98%80%3F%20%5Cu0041%20%22%22%22%20end%20=a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  -H $'X-a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  -u $'a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end :'"$SQUALL_PASSWORD"$'a"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '"$SQUALL_PASSWORD_2"$'$g$$h'"$SQUALL_PASSWORD_3"$'' \
  -H 'Content-Type: application/json' \
  --data-raw $'{"a": "a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end "}'
# check: jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  is a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  contains a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  matches a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , header a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  in a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , xpath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  is not a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , cookie a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  exists, regex (a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  exists
# then: a_b_c_d_e__x_f_g__h__i_j__k__l__m__n______script____________u0041_____end_=… (a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  of the answer: jq -r '.a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end ')

# a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 1
curl http://localhost:8089/b \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  -H 'Content-Type: text/plain; charset=utf-8' \
  --data-raw $'a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '

# a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 2
curl http://localhost:8089/c \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  --data-urlencode $'a%22b%27c%5Cd%60e%24%7Bx%7Df%24g%24%24h%23%7Bi%7Dj%7B%7Bk%7D%7Dl*%2Fm%2F%2Fn%3C%21--%3C%2Fscript%3E%0A%0D%09%00%1B%E2%80%A8%C3%A9%F0%9F%98%80%3F+%5Cu0041+%22%22%22+end+=a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '

# a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 3
curl http://localhost:8089/d \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  --form-string $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end =a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  -F $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end =@a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ;type=a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '

# with a body
curl http://localhost:8089/a \
  --url-query q=1 \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end ' \
  -H 'X: y' \
  -u u:"$SQUALL_PASSWORD_4" \
  -m 1 \
  --data-raw $'a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '
# check: status is 200
# then: a=… (body)

# a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 

# GET /e
curl http://localhost:8089/e \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '

# left out: curl has no loop over a list; its steps are sent for one item of a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 

# GET /f
curl http://localhost:8089/f \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '

# left out: curl asks for no condition; the steps of when ${x} is a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  stand here

# GET /g
curl http://localhost:8089/g \
  -H $'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end : a"b\'c\\d`ea"b\'c\\d`e'"$x"$'f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b é😀� \\u0041 """ end '

