"""A report's page in a real browser without a network: nothing on the console, nothing asked for, light and dark, wide
and narrow and on paper, and tables that sort.

    report.py PAGE.html CHROMIUM [FOLDER]

With a folder it leaves pictures and a PDF there.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SIZES = {"large": 1440, "wide": 1280, "narrow": 390}


class Reader:
    """A page that notes what it should not see."""

    def __init__(self, browser, address, scheme, name):
        self.wrong = []
        self.name = f"{name}-{scheme}"
        size = {"width": SIZES[name], "height": 900}
        self.page = browser.new_context(viewport=size, color_scheme=scheme, offline=True).new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", lambda said: self.note(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.note(str(error)))
        self.page.on("dialog", lambda dialog: (self.note(f"says {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda request: self.check(request.url, address))
        self.page.goto(address)

    def note(self, what):
        self.wrong.append(f"{self.name}: {what}")

    def check(self, url, address):
        if url != address and not url.startswith("data:"):
            self.note(f"asks for {url}")

    def look(self, folder):
        page = self.page
        if folder:
            page.screenshot(path=f"{folder}/report-{self.name}.png", full_page=True)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.note("is wider than its window")
        shown = page.locator("figure.chart svg:visible").count()
        if shown == 0 or shown != page.locator("figure.chart").count():
            self.note(f"shows {shown} charts of {page.locator('figure.chart').count()}")
        # Styles and the script are admitted by hash: what was not admitted shows here.
        line = page.evaluate("getComputedStyle(document.querySelector('svg .s-blue')).stroke")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        light = self.name.endswith("light")
        if (line == "rgb(0, 114, 178)") != light or (paper == "rgb(255, 255, 255)") != light:
            self.note(f"is drawn in {line} on {paper}")

    def sort(self):
        """By the heading of the counts: largest first, then smallest first."""
        table = self.page.locator(".sheet table").first
        head = table.locator("thead th", has_text=re.compile("^count$"))
        column = head.evaluate("head => head.cellIndex")
        for direction in ("descending", "ascending"):
            head.locator("button").click()
            cells = table.locator("tbody tr").evaluate_all(
                "(rows, column) => rows.map(row => Number(row.cells[column].dataset.value))", column
            )
            if cells != sorted(cells, reverse=direction == "descending"):
                self.note(f"sorts {direction} as {cells}")
            if head.get_attribute("aria-sort") != direction:
                self.note(f"does not say that it is {direction}")


def main(report, chromium, folder=None):
    address = Path(report).resolve().as_uri()
    wrong = []
    with sync_playwright() as playwright:
        # Without a sandbox: as root in a container there is none to be had.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for name in SIZES:
                reader = Reader(browser, address, scheme, name)
                reader.look(folder)
                reader.sort()
                wrong += reader.wrong
                if name == "wide" and scheme == "dark":
                    reader.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
                    path = f"{folder}/report.pdf" if folder else None
                    paper = reader.page.pdf(path=path, prefer_css_page_size=True)
                    if not paper.startswith(b"%PDF"):
                        wrong.append("cannot be printed")
                reader.page.context.close()
        browser.close()
    print("\n".join(wrong) if wrong else "the report works in a browser")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
