import { execFileSync } from 'node:child_process';
import { counts } from './k6.js';

// A selector of names, indices and #, which is all that exported modules use.
function select(value, path) {
  return path.split(/(?<!\\)\./).reduce((found, leg, i, legs) => {
    if (found === undefined || found === null) return undefined;
    if (leg !== '#') return found[leg.replace(/\\/g, '')];
    return i === legs.length - 1 ? found.length : found;
  }, value);
}

function request(method, url, body, params = {}) {
  const headers = { ...params.headers };
  let data = body;
  if (data && typeof data === 'object' && !(data instanceof Uint8Array)) {
    data = new URLSearchParams(data).toString();
    headers['Content-Type'] ??= 'application/x-www-form-urlencoded';
  }
  const words = ['-sS', '-i', '-X', method, url, '--max-redirs', String(params.redirects ?? 10)];
  if (params.redirects !== 0) words.push('-L');
  for (const [name, value] of Object.entries(headers)) words.push('-H', `${name}: ${value}`);
  if (data) words.push('--data-binary', '@-');
  if (process.env.K6_STAND_IN_TRACE) console.error(method, url, JSON.stringify(headers), data ?? '');
  const answer = execFileSync('curl', words, { input: data ?? '' }).toString();
  const heads = answer.match(/^(?:HTTP[^]*?\r\n\r\n)+/)[0];
  const last = heads.trimEnd().split('\r\n\r\n').at(-1).split('\r\n');
  const given = {};
  for (const line of last.slice(1)) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).toLowerCase().replace(/(^|-)[a-z]/g, (c) => c.toUpperCase());
    given[name] = line.slice(at + 1).trim();
  }
  counts.requests = (counts.requests ?? 0) + 1;
  const text = answer.slice(heads.length);
  return {
    status: Number(last[0].split(' ')[1]),
    headers: given,
    cookies: {},
    body: text,
    timings: { duration: 1 },
    json: (path) => (path === undefined ? JSON.parse(text) : select(JSON.parse(text), path)),
  };
}

export default {
  request,
  get: (url, params) => request('GET', url, null, params),
  head: (url, params) => request('HEAD', url, null, params),
  post: (url, body, params) => request('POST', url, body, params),
  put: (url, body, params) => request('PUT', url, body, params),
  patch: (url, body, params) => request('PATCH', url, body, params),
  batch: (all) => all.map(([method, url, body, params]) => request(method, url, body, params)),
  file: (content) => content,
};
