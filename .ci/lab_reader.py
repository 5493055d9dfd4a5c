"""A server of JupyterLab's and a page of it in a browser, for lab.py."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

from kernels import check, wait
from playwright.sync_api import Error, expect

expect.set_options(timeout=30_000)


def read(file):
    """What a file of JSON says; nothing while it is being written."""
    try:
        return json.loads(file.read_text())
    except (OSError, ValueError):
        return {}


class Server:
    """JupyterLab's, which has the notebook's page as well."""

    def __init__(self, folder):
        settings = Path(os.environ["JUPYTER_CONFIG_DIR"]) / "lab/user-settings/@jupyterlab/apputils-extension"
        settings.mkdir(parents=True, exist_ok=True)
        # A page takes the colours that its browser wants, and nobody asks for news.
        (settings / "themes.jupyterlab-settings").write_text('{"adaptive-theme": true}')
        (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false", "checkForUpdates": false}')
        self.log = folder / "lab.log"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"]
                + [f"--ServerApp.root_dir={folder}", "--LabApp.extension_manager=readonly"],
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            runtime = Path(os.environ["JUPYTER_RUNTIME_DIR"])
            self.said = wait("JupyterLab's server", lambda: read(runtime / f"jpserver-{self.process.pid}.json"))
        except AssertionError as error:
            self.close()
            raise AssertionError(f"{error}\n{self.log.read_text()}") from None

    def address(self, path):
        return f"{self.said['url']}{path}?token={self.said['token']}"

    def sessions(self):
        """Notebooks and the kernels that their pages are connected to."""
        with urlopen(self.address("api/sessions"), timeout=20) as said:
            return [one["path"] for one in json.load(said) if one["kernel"]["connections"]]

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


class Reader:
    """A page with a notebook; it notes what it should not see."""

    def __init__(self, browser, server, path, pictures, scheme="light"):
        self.wrong = []
        self.host = urlsplit(server.said["url"]).netloc
        self.pictures = pictures
        # So high that all cells are there at once.
        context = browser.new_context(viewport={"width": 1280, "height": 2600}, color_scheme=scheme)
        context.route("**/*", self.admit)
        self.page = context.new_page()
        self.page.set_default_timeout(30_000)
        if path.startswith("lab/"):  # the notebook's page says what it does wrong by itself
            self.page.on("console", lambda said: said.type == "error" and self.note(said.text))
            self.page.on("pageerror", lambda error: self.note(str(error)))
        self.page.on("websocket", lambda socket: self.check_origin(socket.url))
        self.page.goto(f"{server.address(path)}&reset")
        self.cells().first.wait_for()
        # Who runs a cell before is asked for a kernel.
        wait("a page that has its kernel", lambda: path.split("/")[-1] in server.sessions(), self.pause)
        self.pause(0.5)
        self.idle()

    def pause(self, seconds):
        """Not a sleep: what the page asks for is admitted meanwhile."""
        self.page.wait_for_timeout(1000 * seconds)

    def note(self, what):
        self.wrong.append(f"{urlsplit(self.page.url).path}: {what}")

    def check_origin(self, url):
        own = urlsplit(url).netloc == self.host or url.startswith(("data:", "blob:"))
        if not own:
            self.note(f"asks for {url}")
        return own

    def admit(self, route):
        if self.check_origin(route.request.url):
            route.continue_()
        else:
            route.abort()

    def leave(self):
        """Once it was there: what it leaves undone is nothing that somebody saw."""
        wrong = list(self.wrong)
        self.page.context.close()
        return wrong

    def look(self, name):
        if self.pictures:
            self.page.mouse.move(0, 0)
            for scheme in ("light", "dark"):
                self.page.emulate_media(color_scheme=scheme)
                self.pause(1.5)  # for the theme
                self.page.screenshot(path=f"{self.pictures}/{name}-{scheme}.png")

    def cells(self):
        return self.page.locator(".jp-Notebook .jp-CodeCell")

    def output(self, number):
        return self.cells().nth(number).locator(".jp-Cell-outputArea")

    def idle(self):
        expect(self.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first).to_be_attached()

    def menu(self, name, item):
        self.page.locator(".lm-MenuBar-itemLabel").get_by_text(name, exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()

    def command(self, name):
        self.page.locator(f'.jp-NotebookPanel-toolbar [data-command="{name}"]').first.click()

    def enter(self, code):
        """Into the last cell, which is empty, and performed; gives its number."""
        number = self.cells().count() - 1
        self.cells().nth(number).locator(".cm-content").click()
        self.page.keyboard.insert_text(code)
        self.page.keyboard.press("Shift+Enter")
        expect(self.cells()).to_have_count(number + 2)
        return number

    def counted(self, number, count=None):
        """Waits for a cell's number, which it has when it is over."""
        number = self.cells().nth(number).locator(".jp-InputArea-prompt")
        expect(number).to_have_text(re.compile(rf"\[{count or '[0-9]+'}\]:"))

    def says(self, number, sign):
        expect(self.output(number)).to_contain_text(sign)

    def progress(self, number):
        """Numbers that change in their place, and nothing else in the cell."""
        output = self.output(number)
        expect(output.locator("progress")).to_be_visible()
        seen = set()
        while output.locator("progress").count() and len(seen) < 3:
            try:
                seen.add(output.locator("progress").get_attribute("value", timeout=500))
                check(output.locator(".jp-OutputArea-child").count() <= 2, "progress is not shown in its place")
            except Error:  # it is over
                break
            self.pause(0.1)
        check(len(seen) > 1, f"the progress of a burst stood at {seen}")
        return seen
