// steps, written by Squall for k6.
// Before it runs: export SQUALL_AUTHORIZATION=…
// Before it runs: export SQUALL_PASSWORD=…
// Before it runs: export SQUALL_PASSWORD_2=…
// step with a body: k6 sends parts without a file as a form
// step with a body: k6 sends a part that is text without its type
// step GET /a: k6 sends a body without waiting for 100 Continue
// step GET /a: k6 cannot check that xpath //a/@b exists
// scenario steps: k6 sends only single requests at the same time
import http from 'k6/http';
import { check, group, sleep } from 'k6';
import encoding from 'k6/encoding';
import { Rate } from 'k6/metrics';

export const options = {
  noCookiesReset: true,
  scenarios: {
    steps: {
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
const LEFT = 'left'; // an iteration that ends early and did not fail
const file1 = open('a.png', 'b');
const file2 = open('a.bin', 'b');
const file3 = open('a.json', 'b');
const file4 = open('p', 'b');
const file5 = open('p');

function iteration(v) {
  {
    const res = http.get(BASE + '/a?b=c', { tags: { name: 'GET /a' } });
    demand(res, 'GET /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.head(BASE + '/a', { tags: { name: 'x' } });
    demand(res, 'x', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.put(BASE + '/a', 't', {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      tags: { name: 'PUT /a' },
    });
    demand(res, 'PUT /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.patch(BASE + '/a', '{}', {
      headers: { 'Content-Type': 'application/json' },
      tags: { name: 'PATCH /a' },
    });
    demand(res, 'PATCH /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.request('DELETE', BASE + '/a', null, { tags: { name: 'DELETE /a' } });
    demand(res, 'DELETE /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.request('OPTIONS', BASE + '*', null, { tags: { name: 'OPTIONS *' } });
    demand(res, 'OPTIONS *', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.request('PURGE', BASE + '/a', null, { tags: { name: 'PURGE /a' } });
    demand(res, 'PURGE /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.get(BASE + '/a' + '?q=' + 'a%20b' + '&n=' + '5', {
      headers: { 'X-A': 'b', Authorization: `Bearer ${v.token}` },
      tags: { name: 'GET /a' },
    });
    demand(res, 'GET /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.get(BASE + '/a', {
      headers: { Authorization: `Basic ${encoding.b64encode(`me:${__ENV.SQUALL_PASSWORD}`)}`, 'Accept-Encoding': 'gzip, deflate, br, zstd', authorization: `Bearer ${__ENV.SQUALL_AUTHORIZATION}` },
      tags: { name: 'GET /a' },
    });
    demand(res, 'GET /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', `{"email": "${inJson(v.email)}",
  "tail": "x"}  `, {
      headers: { 'Content-Type': 'application/json' },
      tags: { name: 'POST /a' },
    });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', `line

  indented \\ \t
last
`, {
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      tags: { name: 'POST /a' },
    });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', { a: 'b', c: '1.5' }, { tags: { name: 'POST /a' } });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', { a: 'b', f: http.file(file1, 'a.png', 'image/png'), g: http.file(file2, 'a.bin', 'image/x') }, { tags: { name: 'POST /a' } });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', file3, {
      headers: { 'Content-Type': 'application/json' },
      tags: { name: 'POST /a' },
    });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', file3, { headers: { 'Content-Type': 'text/plain' }, tags: { name: 'POST /a' } });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const res = http.post(BASE + '/a', encoding.b64decode('AP8Cfw=='), {
      headers: { 'Content-Type': 'application/octet-stream' },
      tags: { name: 'POST /a' },
    });
    demand(res, 'POST /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  {
    const checks = {
      'status is 200': (r) => r.status === 200,
    };
    const res = attempts(2, (n) => 0, checks, () => http.post(BASE + '/a' + '?q=' + '1', `a=1&b=${encodeURIComponent(v.x)}`, {
      headers: { Authorization: `Basic ${encoding.b64encode(`u:${__ENV.SQUALL_PASSWORD_2}`)}`, X: 'y', 'Content-Type': 'application/x-www-form-urlencoded' },
      tags: { name: 'with a body' },
      timeout: 1000,
    }));
    demand(res, 'with a body', checks);
    v.a = take('a', res.body);
  }
  {
    const checks = {
      'status is 200': (r) => r.status === 200,
    };
    const res = attempts(2, (n) => 0, checks, () => http.post(BASE + '/a' + '?q=' + '1', '', {
      headers: { Authorization: `Basic ${encoding.b64encode(`u:${__ENV.SQUALL_PASSWORD_2}`)}`, X: 'y' },
      tags: { name: 'with a body' },
      timeout: 1000,
    }));
    demand(res, 'with a body', checks);
    v.a = take('a', res.body);
  }
  {
    const checks = {
      'status is 200': (r) => r.status === 200,
    };
    const res = attempts(2, (n) => 0, checks, () => http.post(BASE + '/a' + '?q=' + '1', {  }, {
      headers: { Authorization: `Basic ${encoding.b64encode(`u:${__ENV.SQUALL_PASSWORD_2}`)}`, X: 'y' },
      tags: { name: 'with a body' },
      timeout: 1000,
    }));
    demand(res, 'with a body', checks);
    v.a = take('a', res.body);
  }
  {
    const checks = {
      'status is 200': (r) => r.status === 200,
    };
    const res = attempts(2, (n) => 0, checks, () => http.post(BASE + '/a' + '?q=' + '1', { a: 'b', f: http.file(file4, 'as', 'application/octet-stream'), t: file5 }, {
      headers: { Authorization: `Basic ${encoding.b64encode(`u:${__ENV.SQUALL_PASSWORD_2}`)}`, X: 'y' },
      tags: { name: 'with a body' },
      timeout: 1000,
    }));
    demand(res, 'with a body', checks);
    v.a = take('a', res.body);
  }
  {
    const checks = {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    };
    const res = attempts(3, (n) => 0, checks, () => http.get(BASE + '/a', { tags: { name: 'GET /a' }, timeout: 2000, redirects: 3 }));
    demand(res, 'GET /a', checks);
  }
  {
    const checks = {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    };
    const res = attempts(2, (n) => 0.05 * n * (1 - 0.2 * Math.random()), checks, () => http.get(BASE + '/a', { tags: { name: 'GET /a' }, redirects: 0 }));
    demand(res, 'GET /a', checks);
  }
  {
    const checks = {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    };
    const res = attempts(3, (n) => Math.min(1, 0.05 * 2 ** (n - 1)), checks, () => http.get(BASE + '/a', { tags: { name: 'GET /a' } }));
    demand(res, 'GET /a', checks);
  }
  {
    const checks = {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    };
    const res = attempts(3, (n) => 0.05, checks, () => http.get(BASE + '/a', { tags: { name: 'GET /a' } }));
    demand(res, 'GET /a', checks);
  }
  {
    const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
    demand(res, 'GET /a', {
      'status is 200': (r) => r.status === 200,
      'status is not 500': (r) => r.status !== undefined && !same(r.status, '500'),
      'status in 200, 201': (r) => ['200', '201'].some((one) => same(r.status, one)),
      'status below 400': (r) => r.status < 400,
      'status above 199': (r) => r.status > 199,
      'status between 200 and 299': (r) => r.status >= 200 && r.status <= 299,
      'status is ${code}': (r) => same(r.status, v.code),
      'status exists': (r) => r.status !== undefined,
      'status below 400.5': (r) => r.status < 400.5,
      'status matches 2..': (r) => has(r.status, new RegExp('2..')),
      'elapsed below 250 ms': (r) => r.timings.duration < 250,
      'elapsed above 0.5 ms': (r) => r.timings.duration > 0.5,
      'elapsed between 1 and 2000 ms': (r) => r.timings.duration >= 1 && r.timings.duration <= 2000,
      'elapsed exists': (r) => r.timings.duration !== undefined,
      'elapsed below NaN ms': (r) => r.timings.duration < NaN,
    });
  }
  {
    const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
    demand(res, 'GET /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
      'jsonPath $.a is 5': (r) => same(json(r, 'a'), '5'),
      'jsonPath $.a is 05': (r) => same(json(r, 'a'), '05'),
      'jsonPath $.a is -7': (r) => same(json(r, 'a'), '-7'),
      'jsonPath $.a is 199.98': (r) => same(json(r, 'a'), '199.98'),
      'jsonPath $.a is not x': (r) => json(r, 'a') !== undefined && !same(json(r, 'a'), 'x'),
      'jsonPath $.a contains x': (r) => has(json(r, 'a'), 'x'),
      'jsonPath $.a matches ^ORD-[0-9]{8}$': (r) => has(json(r, 'a'), new RegExp('^ORD-[0-9]{8}$')),
      'jsonPath $.a exists': (r) => json(r, 'a') !== undefined,
      'jsonPath $.a below 1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000': (r) => number(json(r, 'a')) < 1.0E300,
      'jsonPath $.a above -0': (r) => number(json(r, 'a')) > 0,
      'jsonPath $.a at least 0.1': (r) => number(json(r, 'a')) >= 0.1 && number(json(r, 'a')) <= Infinity,
      'jsonPath $.a in a, 1': (r) => ['a', '1'].some((one) => same(json(r, 'a'), one)),
      'jsonPath $.a in ': (r) => [].some((one) => same(json(r, 'a'), one)),
      'header X is y': (r) => same(r.headers['X'], 'y'),
      // left out: k6 cannot check that xpath //a/@b exists
      'cookie sid exists': (r) => (r.cookies.sid || [{}])[0].value !== undefined,
      'body contains x': (r) => has(r.body, 'x'),
      'regex id=(\\d+) is 1': (r) => same(match(r.body, new RegExp('id=(\\d+)'), 1), '1'),
      'regex (a)(b) exists': (r) => match(r.body, new RegExp('(a)(b)'), 2) !== undefined,
      'regex id exists': (r) => match(r.body, new RegExp('id'), 0) !== undefined,
    });
  }
  {
    const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
    demand(res, 'GET /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
    v.a = take('a', json(res, 'a'));
    v.s = take('s', res.status);
    v.e = take('e', res.timings.duration);
  }
  sleep(0.02);
  sleep(0 + Math.random() * 1.249);
  sleep(0 + Math.random() * 34559999.999);
  sleep(5400 + Math.random() * 1800);
  sleep(1 + Math.random() * 0);
  sleep(normal(1, 0.333));
  sleep(61 * -Math.log(1 - Math.random()));
  sleep(-1);
  group('list', () => {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
    group('empty', () => {
    });
  });
  for (let i = 0; i < 3; i++) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
    sleep(0.005);
  }
  for (const item of JSON.parse(v.posts)) {
    v.post = text(item);
    {
      const res = http.get(BASE + `/p/${field(v.post, ['id'])}`, { tags: { name: 'GET /p/${post.id}' } });
      demand(res, 'GET /p/${post.id}', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  if (number(v.stock) > 0) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  if ((number(v.stock) > 0) && (number(v.stock) < 100000)) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  } else {
    {
      const res = http.get(BASE + '/b', { tags: { name: 'GET /b' } });
      demand(res, 'GET /b', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
    if (Math.random() < 0.112) throw LEFT;
  }
  if ((v.a !== undefined) || (same(v.b, '1')) || (['1', 'x'].some((one) => same(v.c, one)))) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  if (true) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  if ((v.a !== undefined)) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  if (has(`x ${v.y}`, new RegExp('^a'))) {
    {
      const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
      demand(res, 'GET /a', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  }
  choose([
    [60, () => {
      {
        const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
        demand(res, 'GET /a', {
          'status below 400': (r) => r.status > 0 && r.status < 400,
        });
      }
    }],
    [0.125, () => {
      {
        const res = http.get(BASE + '/b', { tags: { name: 'GET /b' } });
        demand(res, 'GET /b', {
          'status below 400': (r) => r.status > 0 && r.status < 400,
        });
      }
      {
        const res = http.get(BASE + '/c', { tags: { name: 'GET /c' } });
        demand(res, 'GET /c', {
          'status below 400': (r) => r.status > 0 && r.status < 400,
        });
      }
    }],
    [1, () => {
    }],
  ]);
  if (Math.random() < 0.3) throw LEFT;
  if (Math.random() < 0.3333333333333333) throw LEFT;
  if (Math.random() < NaN) throw LEFT;
  // left out: k6 sends only single requests at the same time; these branches are sent one after the other
  {
    const res = http.get(BASE + '/a', { tags: { name: 'GET /a' } });
    demand(res, 'GET /a', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
  group('g', () => {
    {
      const res = http.get(BASE + '/b', { tags: { name: 'GET /b' } });
      demand(res, 'GET /b', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  });
  try {
    {
      const res = http.get(BASE + '/error/503', { tags: { name: 'GET /error/503' } });
      demand(res, 'GET /error/503', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
    {
      const res = http.get(BASE + '/never', { tags: { name: 'GET /never' } });
      demand(res, 'GET /never', {
        'status below 400': (r) => r.status > 0 && r.status < 400,
      });
    }
  } catch (e) {
    if (e === LEFT) throw e;
  }
  {
    const res = http.get(BASE + '/last', { tags: { name: 'GET /last' } });
    demand(res, 'GET /last', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
}

export default function () {
  try {
    iteration({});
  } catch (e) {
    if (e !== LEFT) throw e;
  }
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

/** What a path finds in a JSON body. */
function json(res, path) {
  try {
    return path === undefined ? res.json() : res.json(path);
  } catch (_) {
    return undefined;
  }
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

/** Whether a pattern, or a text, is found anywhere in it. */
function has(value, part) {
  return value !== undefined
    && (part instanceof RegExp ? part.test(text(value)) : text(value).includes(text(part)));
}

/** A number, or one that is in no relation to any. */
function number(value) {
  return value === undefined || value === null || text(value).trim() === '' ? NaN : Number(value);
}

/** A field of an item of a list: field(v, 'post', ['author', 'name']). */
function field(item, names) {
  let value = typeof item === 'string' ? JSON.parse(item) : item;
  for (const name of names) {
    value = value === undefined || value === null ? undefined : value[name];
  }
  return text(value);
}

/** As it stands inside of a JSON string. */
function inJson(value) {
  return JSON.stringify(text(value)).slice(1, -1);
}

function text(value) {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One of several ways, drawn by weight. */
function choose(ways) {
  let draw = Math.random() * ways.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, way] of ways) {
    draw -= weight;
    if (draw < 0) {
      return way();
    }
  }
  return undefined;
}

/** Normally distributed, never below zero. */
function normal(mean, deviation) {
  const [a, b] = [1 - Math.random(), Math.random()];
  return Math.max(0, mean + deviation * Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b));
}
