"""The kernel as programs use it that show no page: a notebook executed and made a page, a console in a terminal, and
kernels that are killed, restarted, left alone.

    kernels.py FOLDER [PICTURES]

The folder is for what it writes; with one for pictures it leaves the page and the console's screens there.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.ioloop import AsyncIOLoopKernelManager
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from traitlets.config import Config

PATIENCE = 30
TRY = ["%shop start", "GET /products?limit=2", "%extract id $.products[0].id", "%keep browse"]
PAGE = [*TRY, "%burst 5 users for 3s", "%plot", "table(runs(1))", "String.valueOf(6 * 7)"]


def check(holds, what):
    if not holds:
        raise AssertionError(what)


def wait(what, happens, pause=time.sleep):
    """For something that has to happen; gives what it is."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        it = happens()
        if it:
            return it
        pause(0.05)
    raise AssertionError(f"{what}: not in {PATIENCE} s")


def notebook(*cells):
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in cells])
    made.metadata.kernelspec = {"name": "squall", "display_name": "Squall", "language": "java"}
    return made


def kernels(but=()):
    """Processes of kernels whose connection files are in our folder, the one for temporary files."""
    own = f"{os.environ['TMPDIR']}/".encode()
    found = set()
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            said = line.read_bytes()
        except OSError:
            continue
        if b"dev.squall.kernel.Main" in said and own in said:
            found.add(int(line.parent.name))
    return found - set(but)


def page(folder, pictures):
    """Executed and made a page, in one go."""
    source, made = folder / "page.ipynb", folder / "page.html"
    nbformat.write(notebook(*PAGE), source)
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", str(source)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    check(done.returncode == 0, f"nbconvert ended with {done.returncode}: {done.stderr}")
    written = made.read_text()
    for sign in ("<table", "image/svg+xml;base64,", "prod-1", "browse kept as step 1 of draft", ">42<"):
        check(sign in written, f"the page has no {sign}")
    if pictures:
        shutil.copy(made, pictures / "nbconvert.html")
    broken = notebook("int before = 1", 'throw new IllegalStateException("no stock")', "int behind = 1")
    try:
        NotebookClient(broken, kernel_name="squall", timeout=PATIENCE).execute()
        raise AssertionError("a cell that failed did not stop nbclient")
    except CellExecutionError as error:
        for sign in ("IllegalStateException", "no stock", "line 1"):
            check(sign in str(error), f"nbclient's error does not say {sign}: {error}")
    check(broken.cells[1].outputs[0].output_type == "error", "the cell does not show its error")
    check(not broken.cells[2].outputs and broken.cells[2].execution_count is None, "the next cell was executed")
    print("nbclient and nbconvert: a page with its table and chart, and an error that stops it")


class Terminal:
    """A window with a console in it."""

    def __init__(self, folder, pictures):
        self.server = ["tmux", "-L", f"squall-{os.getpid()}", "-f", "/dev/null"]
        self.pictures = pictures
        command = f"'{sys.executable}' -m jupyter_console --kernel squall; echo \"left with $?\"; exec sleep 600"
        self.tmux("new-session", "-d", "-s", "console", "-x", "120", "-y", "50", "-c", str(folder), command)

    def tmux(self, *arguments):
        return subprocess.run([*self.server, *arguments], check=True, capture_output=True, text=True, timeout=20).stdout

    def screen(self):
        return self.tmux("capture-pane", "-p", "-J", "-t", "console", "-S", "-400")

    def keys(self, *keys):
        self.tmux("send-keys", "-t", "console", *keys)

    def enter(self, line, *signs):
        self.keys("-l", line)
        self.keys("Enter")
        for sign in signs:
            self.sees(sign)

    def sees(self, sign):
        try:
            wait(sign, lambda: sign in self.screen())
        except AssertionError as error:
            raise AssertionError(f"the console shows no {error}\n{self.screen()}") from None

    def close(self):
        if self.pictures:
            colours = self.tmux("capture-pane", "-p", "-e", "-J", "-t", "console", "-S", "-400")
            (self.pictures / "console.ansi").write_text(colours)
        subprocess.run([*self.server, "kill-server"], capture_output=True, timeout=20)


def console(folder, pictures):
    if not shutil.which("tmux"):
        print("jupyter console was not driven: there is no tmux here")
        return
    before = kernels()
    terminal = Terminal(folder, pictures)
    try:
        terminal.sees("In [1]:")
        terminal.enter("1 + 1", "Out[1]: 2", "In [2]:")
        terminal.enter("%shop start", "listens at http://127", "In [3]:")
        terminal.enter("GET /products?limit=1", "200 OK", '"prod-1"', "In [4]:")
        terminal.enter("nothing + 1", "nothing is called nothing", "In [5]:")
        terminal.enter("new Scanner(System.in).nextLine() + 1")
        time.sleep(1)
        terminal.enter("grey", "grey1", "In [6]:")
        terminal.enter("while (true) {}")
        time.sleep(1)
        terminal.keys("C-c")
        terminal.sees("In [7]:")
        terminal.enter("20 + 22", "Out[7]: 42", "In [8]:")
        check(len(kernels(before)) == 1, f"kernels of the console: {kernels(before)}")
        terminal.keys("C-d")
        terminal.sees("exit")
        terminal.keys("Enter")
        terminal.sees("left with 0")
        wait("the end of the console's kernel", lambda: not kernels(before))
    finally:
        terminal.close()
    print("jupyter console: a value, a probe, an error, a question, an interruption and the way out")


async def value(client, code):
    """What a cell gives, or what went wrong in it."""
    heard = []
    reply = await client.execute_interactive(code, timeout=PATIENCE, stop_on_error=False, output_hook=heard.append)
    if reply["content"]["status"] != "ok":
        return reply["content"]["evalue"]
    results = [one["content"]["data"]["text/plain"] for one in heard if one["msg_type"] == "execute_result"]
    return results[0] if results else None


async def restarts():
    """A kernel that is killed, and one that is restarted, for one client that stays."""
    manager = AsyncIOLoopKernelManager(
        kernel_name="squall", config=Config({"KernelRestarter": {"time_to_dead": 0.5}})
    )
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=PATIENCE)
        await value(client, "int kept = 1")
        for how in ("killed", "restarted"):
            first = manager.provisioner.pid
            if how == "killed":
                os.kill(first, signal.SIGKILL)
                end = time.monotonic() + PATIENCE
                while manager.provisioner.pid in (first, None):
                    check(time.monotonic() < end, "the restarter brought no new kernel")
                    await asyncio.sleep(0.05)
            else:
                await manager.restart_kernel()
            check(manager.provisioner.pid != first, f"the kernel that was {how} is still there")
            await client.wait_for_ready(timeout=PATIENCE)
            said = await value(client, "kept + 1")
            check(said == "nothing is called kept", f"when it was {how}, the kernel said {said}")
            check(await value(client, "int kept = 41") is None and await value(client, "kept + 1") == "42", how)
            asked = {"hist_access_type": "search", "pattern": "int kept = 1", "n": 1}
            reply = await client.history(**asked, reply=True, timeout=PATIENCE)
            check(reply["content"]["history"], f"when it was {how}, nobody knew any more what was entered before")
    finally:
        client.stop_channels()
        await manager.shutdown_kernel()


def two():
    """Side by side: each has its own variables and its own shop."""
    pair = [start_new_kernel(kernel_name="squall", startup_timeout=PATIENCE) for _ in range(2)]

    def said(client, code):
        heard = []
        client.execute_interactive(code, timeout=PATIENCE, output_hook=heard.append)
        return [one["content"]["data"]["text/plain"] for one in heard if one["msg_type"] == "execute_result"]

    try:
        for number, (_, client) in enumerate(pair):
            said(client, f"int mine = {number}")
        shops = [said(client, "%shop start") for _, client in pair]
        check(shops[0] != shops[1], f"both shops are the same: {shops}")
        mine = [said(client, "mine") for _, client in pair]
        check(mine == [["0"], ["1"]], f"the variables are {mine}")
    finally:
        for manager, client in pair:
            client.stop_channels()
            manager.shutdown_kernel()


def orphan():
    """Whoever started it is killed."""
    starts = (
        "import time; from jupyter_client.manager import start_new_kernel;"
        " own = start_new_kernel(kernel_name='squall'); print('started', flush=True); time.sleep(600)"
    )
    before = kernels()
    parent = subprocess.Popen([sys.executable, "-c", starts], stdout=subprocess.PIPE, text=True)
    try:
        wait("a kernel of the parent", lambda: kernels(before))
        check(parent.stdout.readline() == "started\n", "the parent started no kernel")
    finally:
        parent.kill()
        parent.wait(10)
    killed = time.monotonic()
    wait("the end of a kernel whose parent was killed", lambda: not kernels(before))
    return time.monotonic() - killed


def lives():
    asyncio.run(restarts())
    two()
    seconds = orphan()
    wait("the end of all kernels", lambda: not kernels())
    print(f"kernels: killed, restarted, two at once, and one ended {seconds:.1f} s after its parent was killed")


def main(folder, pictures=None):
    folder, pictures = Path(folder), pictures and Path(pictures)
    page(folder, pictures)
    console(folder, pictures)
    lives()
    left = kernels()
    check(not left, f"kernels are left: {left}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except AssertionError as error:
        print(error)
        sys.exit(1)
