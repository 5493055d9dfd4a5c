package dev.squall.shell.exports;

import java.util.Locale;

/** What k6's modules do not have: each stands in a text only where it is used. */
enum K6Function {
  DEMAND(
      """
      /** Adds the checks of a step up, and ends the iteration where one does not hold. */
      function demand(res, name, checks) {
        const good = check(res, checks, { name });
        failed.add(!good, { name });
        if (!good) {
          throw new Error(`${name} failed with status ${res.status}`);
        }
      }
      """),
  ATTEMPTS(
      """
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
      """),
  TAKE(
      """
      /** A value to keep, as a text; the iteration ends where there is none. */
      function take(name, value) {
        if (value === undefined) {
          throw new Error(`nothing to extract for ${name}`);
        }
        return text(value);
      }
      """),
  JSON(
      """
      /** What a path finds in a JSON body. */
      function json(res, path) {
        try {
          return path === undefined ? res.json() : res.json(path);
        } catch (_) {
          return undefined;
        }
      }
      """),
  MATCH(
      """
      /** A group of the first match. */
      function match(body, pattern, group) {
        const found = pattern.exec(body || '');
        return found ? found[group] : undefined;
      }
      """),
  SAME(
      """
      /** Equal, as numbers where both are numbers. */
      function same(value, expected) {
        if (value === undefined) {
          return false;
        }
        const [a, b] = [text(value), text(expected)];
        return a === b || (a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b));
      }
      """),
  HAS(
      """
      /** Whether a pattern, or a text, is found anywhere in it. */
      function has(value, part) {
        return value !== undefined
          && (part instanceof RegExp ? part.test(text(value)) : text(value).includes(text(part)));
      }
      """),
  NUMBER(
      """
      /** A number, or one that is in no relation to any. */
      function number(value) {
        return value === undefined || value === null || text(value).trim() === '' ? NaN : Number(value);
      }
      """),
  FIELD(
      """
      /** A field of an item of a list: field(v, 'post', ['author', 'name']). */
      function field(item, names) {
        let value = typeof item === 'string' ? JSON.parse(item) : item;
        for (const name of names) {
          value = value === undefined || value === null ? undefined : value[name];
        }
        return text(value);
      }
      """),
  IN_JSON(
      """
      /** As it stands inside of a JSON string. */
      function inJson(value) {
        return JSON.stringify(text(value)).slice(1, -1);
      }
      """),
  TEXT(
      """
      function text(value) {
        return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
      }
      """),
  UUID(
      """
      function uuid() {
        return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (c) => {
          const r = Math.floor(Math.random() * 16);
          return (c === 'x' ? r : (r % 4) + 8).toString(16);
        });
      }
      """),
  RANDOM(
      """
      /** Evenly, both ends included, with so many decimals. */
      function random(least, most, decimals) {
        const unit = 10 ** decimals;
        const steps = Math.round((most - least) * unit) + 1;
        return (least + Math.floor(Math.random() * steps) / unit).toFixed(decimals);
      }
      """),
  PICK(
      """
      function pick(values) {
        return values[Math.floor(Math.random() * values.length)];
      }
      """),
  CHOOSE(
      """
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
      """),
  NORMAL(
      """
      /** Normally distributed, never below zero. */
      function normal(mean, deviation) {
        const [a, b] = [1 - Math.random(), Math.random()];
        return Math.max(0, mean + deviation * Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b));
      }
      """),
  CSV(
      """
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
          else if (c === '\\n') endRow();
          else if (c !== '\\r') cell += c;
        }
        endRow();
        const names = rows.shift();
        return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
      }
      """),
  SHUFFLED(
      """
      function shuffled(rows) {
        for (let i = rows.length - 1; i > 0; i--) {
          const j = Math.floor(Math.random() * (i + 1));
          [rows[i], rows[j]] = [rows[j], rows[i]];
        }
        return rows;
      }
      """);

  private final String source;

  K6Function(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  /** What its function is called. */
  String word() {
    return this == IN_JSON ? "inJson" : name().toLowerCase(Locale.ROOT);
  }
}
