"""The shop's pages in a real browser: nothing on the console, nothing from elsewhere, and a purchase in Swagger UI.

    browser.py ADDRESS CHROMIUM [FOLDER]

With a folder it leaves pictures there, of both pages, wide and narrow, light and dark.
"""

import re
import sys
from urllib.parse import urlsplit

from playwright.sync_api import expect, sync_playwright

WIDE, NARROW = {"width": 1280, "height": 1000}, {"width": 390, "height": 844}


class Visitor:
    """A page that notes what it should not see."""

    def __init__(self, browser, shop, **context):
        self.shop = shop
        self.wrong = []
        self.page = browser.new_context(base_url=shop, **context).new_page()
        self.page.set_default_timeout(20_000)
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.note(said.text))
        self.page.on("pageerror", lambda error: self.note(str(error)))
        self.page.on("requestfailed", lambda request: self.note(f"{request.url} failed: {request.failure}"))
        self.page.on("request", self.check_origin)

    def note(self, what):
        self.wrong.append(f"{self.page.url}: {what}")

    def check_origin(self, request):
        if not request.url.startswith("data:") and urlsplit(request.url).netloc != urlsplit(self.shop).netloc:
            self.note(f"asks for {request.url}")

    def leave(self):
        self.page.context.close()
        return self.wrong


def look(visitor, folder, name):
    """Both pages as they are, and whether they fit."""
    page = visitor.page
    for path, sign in (("/", "h1"), ("/swagger/index.html", ".opblock")):
        page.goto(path)
        page.locator(sign).first.wait_for()
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            visitor.note("is wider than its window")
        if path == "/":
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if folder:
            what = "home" if path == "/" else "swagger"
            page.screenshot(path=f"{folder}/{what}-{name}.png", full_page=path == "/")


def execute(page, operation, status):
    """Tries an operation out as it stands there, and returns the body of its answer."""
    block = page.locator(f"#operations-{operation}")
    block.locator(".opblock-summary-control").click()
    block.locator("button.execute").click()
    answer = block.locator(".live-responses-table")
    expect(answer.locator("tbody td.response-col_status")).to_have_text(re.compile(rf"^{status}"))
    return answer.locator(".highlight-code code").first.inner_text()


def buy(visitor):
    """From the home page to an order, with nothing but clicks and one token."""
    page = visitor.page
    page.goto("/")
    page.get_by_role("link", name="Browse and try").click()
    token = re.search(r'"token":\s*"([^"]+)"', execute(page, "accounts-login", 200)).group(1)
    page.context.clear_cookies()  # the session would do as well: this is about the token
    page.locator(".auth-wrapper .authorize").click()
    page.locator(".auth-container").filter(has_text="bearer").locator("input").fill(token)
    page.locator(".auth-container").filter(has_text="bearer").locator("button.authorize").click()
    page.locator(".btn-done").first.click()
    execute(page, "cart-addItem", 201)
    confirmed = execute(page, "orders-checkout", 201)
    if "ORD-00000001" not in confirmed:
        visitor.note(f"the order was answered by {confirmed}")


def main(shop, chromium, folder=None):
    wrong = []
    with sync_playwright() as playwright:
        # Without a sandbox: as root in a container there is none to be had.
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for name, size in (("wide", WIDE), ("narrow", NARROW)):
                visitor = Visitor(browser, shop, viewport=size, color_scheme=scheme)
                look(visitor, folder, f"{name}-{scheme}")
                wrong += visitor.leave()
        visitor = Visitor(browser, shop, viewport=WIDE)
        buy(visitor)
        wrong += visitor.leave()
        browser.close()
    print("\n".join(wrong) if wrong else "the shop's pages work in a browser")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
