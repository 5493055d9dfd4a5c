// whole " thing, written by Squall for k6.
// scenario whole " thing: k6 shuffles rows once, by a seed of its own
import http from 'k6/http';
import { check, sleep } from 'k6';
import exec from 'k6/execution';
import { Rate } from 'k6/metrics';
import { SharedArray } from 'k6/data';

export const options = {
  noCookiesReset: true,
  scenarios: {
    wholeThing: {
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
const rows1 = new SharedArray('rows1', () => shuffled(csv(open('a.csv'), ';')));
const rows2 = new SharedArray('rows2', () => shuffled(csv(open('b.csv'), '\'')));
const rows3 = new SharedArray('rows3', () => JSON.parse(open('a.json')).map((row) => (typeof row === 'object' && row ? row : { value: row })));
const rows4 = new SharedArray('rows4', () => JSON.parse(open('a.json')).map((row) => (typeof row === 'object' && row ? row : { col: row })));
const rows5 = new SharedArray('rows5', () => shuffled(open('a.jsonl').split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line)).map((row) => (typeof row === 'object' && row ? row : { value: row }))));
const rows6 = new SharedArray('rows6', () => open('a.jsonl').split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line)).map((row) => (typeof row === 'object' && row ? row : { col: row })));
const rows7 = new SharedArray('rows7', () => [{ term: 'laptop' }, { term: 1 }, { term: 2 }, { term: 1.5 }, { term: true }, { term: null }, { term: 'c' }, { term: 1.50 }]);
const rows8 = new SharedArray('rows8', () => shuffled([{ one: null }]));
const rows9 = new SharedArray('rows9', () => [{ a: 1, b: 'x' }, { a: 2, b: null }]);

export function setup() {
  const v = {};
  {
    const res = http.post(BASE + '/login', null, { headers: { 'X-All': __VU }, tags: { name: 'POST /login' } });
    demand(res, 'POST /login', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
    v.token = take('token', json(res, 'token'));
  }
  return v;
}

function iteration(v) {
  Object.assign(v, rows1[exec.scenario.iterationInTest % rows1.length]);
  Object.assign(v, rows2[exec.scenario.iterationInTest % rows2.length]);
  Object.assign(v, rows3[exec.scenario.iterationInTest] || exec.test.abort('there are no more rows'));
  Object.assign(v, pick(rows4));
  Object.assign(v, rows5[exec.scenario.iterationInTest] || exec.test.abort('there are no more rows'));
  Object.assign(v, rows6[(exec.vu.idInTest - 1) % rows6.length]);
  Object.assign(v, rows7[exec.scenario.iterationInTest % rows7.length]);
  Object.assign(v, rows8[exec.scenario.iterationInTest % rows8.length]);
  Object.assign(v, rows9[exec.scenario.iterationInTest % rows9.length]);
  {
    const res = http.get(BASE + `/user-${uuid()}`, { headers: { 'X-All': __VU }, tags: { name: 'GET /${id}' } });
    demand(res, 'GET /${id}', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
  }
}

export default function (data) {
  const begun = Date.now();
  try {
    iteration({ ...data });
  } finally {
    sleep(Math.max(0, 10 - (Date.now() - begun) / 1000));
  }
}

export function teardown(data) {
  const v = { ...data };
  {
    const res = http.post(BASE + '/logout', null, { headers: { 'X-All': __VU }, tags: { name: 'POST /logout' } });
    demand(res, 'POST /logout', {
      'status below 400': (r) => r.status > 0 && r.status < 400,
    });
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

function text(value) {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function uuid() {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => {
    const r = Math.floor(Math.random() * 16);
    return (c === 'x' ? r : (r % 4) + 8).toString(16);
  });
}

function pick(values) {
  return values[Math.floor(Math.random() * values.length)];
}

/** Rows of a CSV file whose first row names the columns (RFC 4180). */
function csv(content, delimiter) {
  const rows = [];
  let [row, cell, quoted] = [[], '', false];
  const endCell = () => { row.push(cell); cell = ''; };
  const endRow = () => { endCell(); if (row.length > 1 || row[0] !== '') rows.push(row); row = []; };
  for (let i = 0; i < content.length; i++) {
    const c = content[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (content[i + 1] === '"') { cell += c; i++; }
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === delimiter) endCell();
    else if (c === '\n') endRow();
    else if (c !== '\r') cell += c;
  }
  endRow();
  const names = rows.shift();
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
}

function shuffled(rows) {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  return rows;
}
