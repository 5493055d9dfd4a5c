// a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end , written by Squall for k6.
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_PASSWORD_2=…
// Before it runs: export SQUALL_PASSWORD_3=…
// Before it runs: export SQUALL_PASSWORD_4=…
// step a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : k6 cannot check that jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  is a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
// step a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : k6 cannot check that jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  contains a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
// step a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : k6 cannot check that jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  matches a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
// step a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : k6 cannot check that xpath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  is not a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
// step a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end : k6 finds nothing by jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
import http from 'k6/http';
import { check, group, sleep } from 'k6';
import encoding from 'k6/encoding';
import exec from 'k6/execution';
import { Rate } from 'k6/metrics';
import { SharedArray } from 'k6/data';

export const options = {
  noCookiesReset: true,
  scenarios: {
    aBCDEXFGHIJKLMNScriptU0041End: {
      executor: 'ramping-arrival-rate',
      startRate: 500,
      timeUnit: '10s',
      stages: [
        { duration: '60s', target: 500 },
        { duration: '120s', target: 805 },
      ],
      preAllocatedVUs: 81,
      maxVUs: 10000,
    },
  },
  thresholds: {
    'http_req_duration{name:a}': ['p(95)<300'],
    failed: ['rate<0.01'],
    http_req_duration: [{ threshold: 'p(95)<=900', abortOnFail: true, delayAbortEval: '1s' }],
  },
};

const BASE = __ENV.BASE_URL || 'http://localhost:8089';
const failed = new Rate('failed');
const file1 = open('a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ', 'b');
const rows1 = new SharedArray('rows1', () => [{ 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ' }, { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ' }]);

function iteration(v) {
  Object.assign(v, rows1[exec.scenario.iterationInTest % rows1.length]);
  {
    const res = http.post(BASE + `/a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` + '?a%22b%27c%5Cd%60e%24%7Bx%7Df%24g%24%24h%23%7Bi%7Dj%7B%7Bk%7D%7Dl*%2Fm%2F%2Fn%3C%21--%3C%2Fscript%3E%0A%0D%09%00%1B%E2%80%A8%C3%A9%F0%9F%98%80%3F%20%5Cu0041%20%22%22%22%20end%20=' + encodeURIComponent(`a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `), `{"a": "a"b'c\\d\`ea"b'c\\d\`e${inJson(v.x)}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end "}`, {
      headers: { Authorization: `Basic ${encoding.b64encode(`a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end :${__ENV.SQUALL_PASSWORD}a"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ${__ENV.SQUALL_PASSWORD_2}$g$$h${__ENV.SQUALL_PASSWORD_3}`)}`, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, 'X-a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, 'Content-Type': 'application/json' },
      tags: { name: 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ' },
    });
    demand(res, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
      // left out: k6 cannot check that jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  is a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
      // left out: k6 cannot check that jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  contains a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
      // left out: k6 cannot check that jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  matches a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
      'header a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end  in a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end , a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': (r) => [`a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `].some((one) => same(r.headers['A"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end '], one)),
      // left out: k6 cannot check that xpath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end  is not a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
      'cookie a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end  exists': (r) => (r.cookies['a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end '] || [{}])[0].value !== undefined,
      'regex (a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end  exists': (r) => match(r.body, new RegExp('(a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end '), 0) !== undefined,
    });
    // left out: k6 finds nothing by jsonPath a"b'c\d`e${x}f$g$$h#{i}j{{k}}l* /m//n<!--</script> é😀  \ u0041 """ end 
  }
  {
    const res = http.post(BASE + '/b', `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, {
      headers: { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, 'Content-Type': 'text/plain; charset=utf-8' },
      tags: { name: 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end 1' },
    });
    demand(res, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end 1', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/c', { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` }, {
      headers: { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` },
      tags: { name: 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end 2' },
    });
    demand(res, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end 2', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/d', { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': http.file(file1, 'u0041 """ end ', 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ') }, {
      headers: { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` },
      tags: { name: 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end 3' },
    });
    demand(res, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end 3', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const checks = {
      'status is 200': (r) => r.status === 200,
    };
    const res = attempts(2, (n) => 0, checks, () => http.post(BASE + '/a' + '?q=' + '1', `a"b'c\\d\`ea"b'c\\d\`e${encodeURIComponent(v.x)}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, {
      headers: { Authorization: `Basic ${encoding.b64encode(`u:${__ENV.SQUALL_PASSWORD_4}`)}`, 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, X: 'y', 'Content-Type': 'application/x-www-form-urlencoded' },
      tags: { name: 'with a body' },
      timeout: 1000,
    }));
    demand(res, 'with a body', checks);
    v.a = take('a', res.body);
  }
  group('a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ', () => {
    {
      const res = http.get(BASE + '/e', {
        headers: { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` },
        tags: { name: 'GET /e' },
      });
      demand(res, 'GET /e', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  });
  for (const item of JSON.parse(`${v['a"b\'c\\d`e${x']}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end }`)) {
    v.item = text(item);
    {
      const res = http.get(BASE + '/f', {
        headers: { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` },
        tags: { name: 'GET /f' },
      });
      demand(res, 'GET /f', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  if (same(`a"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `, `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end `)) {
    {
      const res = http.get(BASE + '/g', {
        headers: { 'a"b\'c\\d`e${x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>\n\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ': `a"b'c\\d\`ea"b'c\\d\`e${v.x}f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end f$g$$h#{i}j{{k}}l*/m//n<!--</script>
\r\t\u0000\u001b\u2028é😀\ud800 \\u0041 """ end ` },
        tags: { name: 'GET /g' },
      });
      demand(res, 'GET /g', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
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

/** Sends until all checks hold, so many times at most; waits are in seconds. */
function attempts(most, wait, checks, send) {
  for (let n = 1; ; n++) {
    const res = send();
    if (n >= most || Object.values(checks).every((holds) => holds(res))) {
      return res;
    }
    sleep(wait(n));
  }
}

/** A value to keep, as a text; the iteration ends where there is none. */
function take(name, value) {
  if (value === undefined) {
    throw new Error(`nothing to extract for ${name}`);
  }
  return text(value);
}

/** A group of the first match. */
function match(body, pattern, group) {
  const found = pattern.exec(body || '');
  return found ? found[group] : undefined;
}

/** Equal, as numbers where both are numbers. */
function same(value, expected) {
  if (value === undefined) {
    return false;
  }
  const [a, b] = [text(value), text(expected)];
  return a === b || (a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b));
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
