"""The page of a run in a real browser: what it shows while the run lasts and at the end, light and dark, and nothing on
the console and nothing from elsewhere.

    live.py ADDRESS CHROMIUM [FOLDER]

With a folder it leaves pictures there. The run should last some 20 s.
"""

import re
import sys
from urllib.parse import urlsplit

from playwright.sync_api import expect, sync_playwright

SIZES = {"wide": {"width": 1280, "height": 1000}, "narrow": {"width": 390, "height": 844}}


class Viewer:
    """A page that notes what it should not see."""

    def __init__(self, browser, address, scheme, name):
        self.wrong = []
        self.name = f"{name}-{scheme}"
        self.host = urlsplit(address).netloc
        self.page = browser.new_context(viewport=SIZES[name], color_scheme=scheme).new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", lambda said: self.note(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.note(str(error)))
        self.page.on("request", self.check_origin)
        self.page.goto(address)

    def note(self, what):
        self.wrong.append(f"{self.name}: {what}")

    def check_origin(self, request):
        if not request.url.startswith("data:") and urlsplit(request.url).netloc != self.host:
            self.note(f"asks for {request.url}")

    def requests(self):
        figure = self.page.locator("#figures > div", has=self.page.get_by_text("requests", exact=True)).locator("dd")
        return int(re.sub(r"\D", "", figure.inner_text()))

    def look(self, folder, when):
        for chart in ("throughput", "latency", "percentiles"):
            expect(self.page.locator(f"#{chart} svg")).to_be_visible()
        expect(self.page.locator("#steps tbody tr")).not_to_have_count(0)
        expect(self.page.locator("#errors caption")).to_be_visible()
        if self.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            self.note("is wider than its window")
        # A picture's own style counts: its ground is see-through and its lines are those of the page's colours.
        line = self.page.evaluate("getComputedStyle(document.querySelector('#throughput .s-blue')).stroke")
        if (line == "rgb(0, 114, 178)") != self.name.endswith("light"):
            self.note(f"draws requests in {line}")
        if folder:
            self.page.screenshot(path=f"{folder}/live-{self.name}-{when}.png", full_page=True)


def watch(browser, address, folder):
    viewers = [Viewer(browser, address, scheme, name) for scheme in ("light", "dark") for name in SIZES]
    for viewer in viewers:
        expect(viewer.page.locator("#state")).to_have_text("running")
        viewer.look(folder, "running")
    first = viewers[0]
    before = first.requests()
    first.page.wait_for_timeout(2500)
    if first.requests() <= before:
        first.note(f"still shows {before} requests")
    for viewer in viewers:
        expect(viewer.page.locator("body[data-ended]")).to_be_attached(timeout=60_000)
        expect(viewer.page.locator("#state")).to_have_text(re.compile("^(trusted|suspect|invalid)$"))
        viewer.look(folder, "ended")
    late = Viewer(browser, address, "light", "wide")
    expect(late.page.locator("body[data-ended]")).to_be_attached()
    if late.requests() != first.requests():
        late.note("shows another end than who was there")
    return [wrong for viewer in [*viewers, late] for wrong in viewer.wrong]


def main(address, chromium, folder=None):
    with sync_playwright() as playwright:
        # Without a sandbox: as root in a container there is none to be had. Without a network: loopback is enough.
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
        )
        wrong = watch(browser, address, folder)
        browser.close()
    print("\n".join(wrong) if wrong else "the live page works in a browser")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
