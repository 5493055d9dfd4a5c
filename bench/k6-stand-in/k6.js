// As much of k6 as exported modules use, for a check where k6 itself cannot be had: one user, sent by curl.
import { readFileSync } from 'node:fs';

globalThis.__ENV = process.env;
globalThis.__VU = 1;
globalThis.__ITER = 0;
globalThis.open = (path) => readFileSync(path, 'utf8');

export const counts = { passed: 0, failed: 0 };

export function check(res, checks) {
  let good = true;
  for (const [name, holds] of Object.entries(checks)) {
    const held = Boolean(holds(res));
    counts[held ? 'passed' : 'failed']++;
    if (!held) console.error(`does not hold: ${name} (status ${res.status})`);
    good = good && held;
  }
  return good;
}

export const group = (name, steps) => steps();
export const sleep = (seconds) => {
  if (!(seconds >= 0)) throw new Error(`sleep(${seconds})`);
};

export class Rate {
  add() {}
}

export class SharedArray {
  constructor(name, read) {
    return read();
  }
}
