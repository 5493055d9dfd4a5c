"use strict";
// Tables sort by a click on a heading: numbers the largest first, words from A to Z, what is missing always last.
// This text stands in a page that is XML too: it has neither of the two characters that begin something there.
for (const table of document.querySelectorAll(".sheet table")) {
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells);
  const sortable = body.rows.length > 1;
  for (const [column, head] of sortable ? heads.entries() : []) {
    const numeric = head.classList.contains("n");
    const value = (row) => {
      const cell = row.cells[column];
      return numeric ? Number(cell.dataset.value) : cell.dataset.value || cell.textContent;
    };
    const missing = (row) => numeric ? !row.cells[column].dataset.value : value(row) === "";
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const descending = before ? before === "ascending" : numeric;
      const sign = descending ? -1 : 1;
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const rows = Array.from(body.rows).sort((a, b) => {
        const last = missing(a) - missing(b);
        const order = numeric ? value(a) - value(b) : value(a).localeCompare(value(b), "en", { numeric: true });
        return last !== 0 ? last : sign * order;
      });
      body.append(...rows);
    });
  }
}
