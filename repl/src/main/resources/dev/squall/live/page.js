"use strict";
const shown = new Map();
const styles = new Map();

// The page's policy admits no style that comes later in its text, but one that the page's own script makes: a picture's
// is taken out of it and becomes one of these.
function put(id, html) {
  let css = "";
  const plain = html
    .replaceAll(/<style>([^<]*)<\/style>/g, (_, text) => {
      css += text;
      return "";
    })
    .replaceAll(/(<svg [^>]*?) style="[^"]*"/g, "$1");
  if (css !== "") {
    if (!styles.has(id)) {
      styles.set(id, new CSSStyleSheet());
      document.adoptedStyleSheets.push(styles.get(id));
    }
    styles.get(id).replaceSync(css);
  }
  document.getElementById(id).innerHTML = plain;
}

function show({ title, state, parts }) {
  document.title = title;
  say(state, state);
  for (const [id, html] of Object.entries(parts)) {
    // What did not change stays, with whatever is selected in it.
    if (shown.get(id) !== html) {
      shown.set(id, html);
      put(id, html);
    }
  }
}

function say(kind, words) {
  const state = document.getElementById("state");
  state.className = kind;
  state.textContent = words;
}

const MOST_FAILURES = 5;
let failures = 0;
const events = new EventSource("events");
events.addEventListener("state", (event) => {
  failures = 0;
  show(JSON.parse(event.data));
});
events.addEventListener("done", (event) => {
  events.close();
  show(JSON.parse(event.data));
  document.body.dataset.ended = "";
});
events.onerror = () => {
  failures += 1;
  if (events.readyState === EventSource.CLOSED || failures >= MOST_FAILURES) {
    events.close();
    say("lost", "nobody tells any more");
  }
};
