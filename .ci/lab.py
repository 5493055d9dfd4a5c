"""The kernel in JupyterLab and in the notebook's page, in a real browser: all cells, what goes on in its place, stopping,
a question, a restart, and what is still there when a page is opened again. Nothing may be asked for from elsewhere.

    lab.py FOLDER CHROMIUM [PICTURES]

The folder is for notebooks; with one for pictures it leaves some there, light and dark.
"""

import re
import sys
from pathlib import Path

import nbformat
from kernels import PAGE, kernels, notebook, wait
from lab_reader import Reader, Server, read
from playwright.sync_api import Error, expect, sync_playwright

BURST, PLOT, TABLE, LAST = range(len(PAGE) - 4, len(PAGE))
PROBE = 1


def all_cells(reader):
    """What all cells of the notebook show when they were performed one after the other."""
    reader.progress(BURST)
    for number in range(len(PAGE)):
        reader.counted(number, number + 1)
    reader.idle()
    still_there(reader)


def still_there(reader):
    reader.says(BURST, re.compile(r"r1 ended: [\d\s]+ requests, 0 failed"))
    expect(reader.output(BURST).locator("progress")).to_have_count(0)
    expect(reader.output(BURST).locator("svg").first).to_be_visible()
    expect(reader.output(BURST).locator("table").first).to_be_visible()
    expect(reader.output(PLOT).locator("canvas, svg").first).to_be_visible()
    expect(reader.output(TABLE).locator("table").first).to_contain_text("browse")
    reader.says(LAST, "42")
    reader.says(PROBE, "200 OK")
    expect(reader.output(PROBE).locator("details[open]").first).to_contain_text("prod-1")


def folds(reader):
    """An answer's parts fold and unfold at a click."""
    opened = reader.output(PROBE).locator("details[open]")
    before = opened.count()
    opened.last.locator("summary").first.click()
    expect(opened).to_have_count(before - 1)
    reader.output(PROBE).locator("details:not([open]) > summary").last.click()
    expect(opened).to_have_count(before)


def stopping(reader):
    """A long run keeps its numbers, a loop ends, and what was there before still is."""
    kept = reader.enter("int kept = 41")
    burst = reader.enter("%burst 2 users for 60s")
    reader.progress(burst)
    reader.look("lab-running")
    reader.command("notebook:interrupt-kernel")
    reader.counted(burst)
    reader.says(burst, re.compile(r"r2 was stopped after .* s, at \d+ %: [\d\s]+ requests"))
    expect(reader.output(burst).locator("table").first).to_contain_text("browse")
    loop = reader.enter("while (true) {}")
    reader.pause(1)
    reader.menu("Kernel", "Interrupt Kernel")
    reader.counted(loop)
    reader.says(loop, "stopped")
    later = reader.enter("kept + 1")
    reader.says(later, "42")
    reader.counted(kept)


def asking(reader):
    """A question in the page, a value shown anew from another cell, words explained, and a run in the background."""
    question = reader.enter("new Scanner(System.in).nextLine() + 1")
    answer = reader.page.locator(".jp-Stdin-input")
    answer.fill("grüße")
    reader.look("lab-question")
    answer.press("Enter")
    reader.says(question, "grüße1")
    shown = reader.enter('var id = display(markdown("*first*"))')
    expect(reader.output(shown).locator("em")).to_have_text("first")
    reader.enter('updateDisplay(id, markdown("*second*"))')
    expect(reader.output(shown).locator("em")).to_have_text("second")
    reader.says(reader.enter("?perSecond"), "Open load")
    run = reader.enter("var r = start(draft(), users(2).during(seconds(60)))")
    reader.progress(run)
    reader.enter("r.stop()")
    reader.says(run, "r3 was stopped after")
    error = reader.enter('throw new IllegalStateException("no stock")')
    reader.says(error, "no stock")


FIGURE = """import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;
new Figure(ScatterTrace.builder(new double[] {1, 2}, new double[] {3, 4}).build())"""


def figures(reader):
    """Plotly comes with the first figure and draws the second as well."""
    for cell in (FIGURE, "new Figure(ScatterTrace.builder(new double[] {1, 2}, new double[] {4, 3}).build())"):
        expect(reader.output(reader.enter(cell)).locator(".main-svg").first).to_be_visible()
    reader.look("lab-figures")


def completing(reader):
    """What could come next, and what a word means; the cell is empty again then."""
    for written, key, place, sign in (
        ("%he", "Tab", ".jp-Completer", "headers"),
        ("perSecond", "Shift+Tab", ".jp-Tooltip", "Open load"),
        ("", None, None, None),
    ):
        reader.cells().last.locator(".cm-content").click()
        reader.page.keyboard.press("ControlOrMeta+A")
        reader.page.keyboard.press("Delete")
        if key:
            reader.page.keyboard.insert_text(written)
            reader.page.keyboard.press(key)
            expect(reader.page.locator(place)).to_contain_text(sign)
            reader.look(f"lab-{place[4:].lower()}")
            reader.page.keyboard.press("Escape")


def lab(browser, server, folder, pictures):
    file = folder / "lab.ipynb"
    nbformat.write(notebook(*PAGE, ""), file)
    reader = Reader(browser, server, "lab/tree/lab.ipynb", pictures)
    reader.menu("Run", "Run All Cells")
    all_cells(reader)
    folds(reader)
    reader.command("notebook:restart-run-all")
    reader.page.locator(".jp-Dialog button.jp-mod-accept").click()
    expect(reader.output(LAST)).not_to_contain_text("42")
    all_cells(reader)
    reader.look("lab-cells")
    stopping(reader)
    figures(reader)
    asking(reader)
    completing(reader)
    reader.idle()
    reader.look("lab-later")
    cells = reader.cells().count()
    reader.command("docmanager:save")
    wait("the saved notebook", lambda: len(read(file).get("cells", [])) == cells, reader.pause)
    wrong = reader.leave()
    again = Reader(browser, server, "lab/tree/lab.ipynb", pictures, "dark")
    still_there(again)
    expect(again.output(PROBE).locator("details").first).to_be_visible()
    expect(again.output(cells - 2)).to_contain_text("no stock")
    again.look("lab-again")
    return wrong + again.leave()


def page(browser, server, folder, pictures):
    nbformat.write(notebook("6 * 7", ""), folder / "short.ipynb")
    reader = Reader(browser, server, "notebooks/short.ipynb", pictures)
    reader.menu("Run", "Run All Cells")
    reader.says(0, "42")
    probe = [reader.enter(code) for code in ("%shop start", "GET /products?limit=2")][-1]
    expect(reader.output(probe).locator("details[open]").first).to_contain_text("prod-1")
    reader.look("notebook")
    return reader.leave()


def main(folder, chromium, pictures=None):
    folder = Path(folder)
    server = Server(folder)
    try:
        with sync_playwright() as playwright:
            # Without a sandbox: as root in a container there is none to be had. Without a network: loopback is enough.
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
            )
            wrong = lab(browser, server, folder, pictures)
            if not wrong:
                print("JupyterLab: all cells, progress, stopping, a restart, a question, and the same when opened again")
            wrong += page(browser, server, folder, pictures)
            browser.close()
    finally:
        server.close()
    wrong += [f"a kernel is left: {one}" for one in kernels()]
    print("\n".join(wrong) if wrong else "the notebook's page: a value and a probe")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (AssertionError, Error) as error:
        print(error)
        sys.exit(1)
