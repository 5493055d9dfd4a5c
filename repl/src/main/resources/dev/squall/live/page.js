"use strict";
// The server says what is to be seen; styles inside of pictures are admitted by this page's own nonce.
const nonce = document.currentScript.nonce;
const shown = new Map();

function admitted(html) {
  return html.replaceAll("<style>", `<style nonce="${nonce}">`).replaceAll(/(<svg [^>]*?) style="[^"]*"/g, "$1");
}

function show({ title, state, parts }) {
  document.title = title;
  say(state, state);
  for (const [id, html] of Object.entries(parts)) {
    // What did not change stays, with whatever is selected in it.
    if (shown.get(id) !== html) {
      shown.set(id, html);
      document.getElementById(id).innerHTML = admitted(html);
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
