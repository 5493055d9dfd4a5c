"""What Jupyter's tests of kernels ask, with every question they know, in the clear and encrypted; and what they leave out:
values that are shown again, progress, questions, words of the prompt.

    kernel_test.py

Prints one sentence, or what failed. A test that is left out is one that failed.
"""

import io
import json
import sys
import unittest
from queue import Empty

import jupyter_kernel_test
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager
from jupyter_kernel_test.msgspec_v5 import validate_message

PATIENCE = 30
KEYS = ("curve_publickey", "curve_secretkey", "curve_serverkey")


class SquallTests(jupyter_kernel_test.KernelTests):
    encryption = "disabled"

    @classmethod
    def setUpClass(cls):
        cls.km = KernelManager(kernel_name="squall", transport_encryption=cls.encryption)
        cls.km.start_kernel()
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=PATIENCE)
        for code in ("%shop start", "GET /products?limit=2", "%keep browse", "%burst 2 users for 1s"):
            cls.kc.execute_interactive(code, timeout=PATIENCE, output_hook=lambda _: None)

    language_name = "java"
    file_extension = ".jsh"
    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("oops")'
    completion_samples = [
        {"text": "%he", "matches": {"head", "headers", "help"}},
        {"text": "perSec", "matches": {"perSecond("}},
        {"text": "?perSec", "matches": {"perSecond"}},
        {"text": "Math.hypo", "matches": {"hypot("}},
        {"text": '"a".isBl', "matches": {"isBlank()"}},
        {"text": "nothingIsCalledSo", "matches": set()},
    ]
    complete_code_samples = ["1 + 1", "%shop start", "GET /products", "int f() {\n  return 1;\n}", "GET /a \\\n  Accept: */*"]
    incomplete_code_samples = ["int f() {", "1 +", "for (;;) {", '"""\nabc', "GET /products \\"]
    invalid_code_samples = ["int f( {}}", "var x = ;", '"abc', "}"]
    code_page_something = "?perSecond"
    code_generate_error = 'throw new IllegalStateException("no stock")'
    code_execute_result = [
        {"code": "6*7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "List.of(4, 2).reversed()", "result": "[2, 4]"},
    ]
    code_display_data = [
        {"code": 'display(html("<b>x</b>"))', "mime": "text/html"},
        {"code": 'display(markdown("*x*"))', "mime": "text/markdown"},
        {"code": 'display(svg("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"))', "mime": "image/svg+xml"},
        {"code": 'display("x")', "mime": "text/plain"},
        {"code": 'display("{}", "application/json")', "mime": "application/json"},
        {"code": "display(table(runs(1)))", "mime": "text/html"},
        {"code": "display(plot(runs(1)))", "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6?7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "perSecond"
    code_clear_output = "clearOutput()"

    def outputs(self, code, kind):
        """The contents of one type that a cell leads to; it ends well."""
        self.flush_channels()
        reply, heard = self.execute(code)
        self.assertEqual(reply["content"]["status"], "ok", reply["content"])
        return [message["content"] for message in heard if message["msg_type"] == kind]

    def execute(self, code, **how):
        """As a client does it that has patience; what is heard is as the protocol says."""
        heard = []
        reply = self.kc.execute_interactive(
            code, timeout=PATIENCE, stop_on_error=False, output_hook=heard.append, **how
        )
        for message in heard:
            validate_message(message, message["msg_type"], reply["parent_header"]["msg_id"])
        return reply, heard

    def result(self, code):
        return self.outputs(code, "execute_result")[0]["data"]

    def test_display_again(self):
        shown = self.outputs('var id = display(markdown("*first*"))', "display_data")
        again = self.outputs('updateDisplay(id, markdown("*second*"))', "update_display_data")
        self.assertEqual([one["data"]["text/markdown"] for one in shown + again], ["*first*", "*second*"])
        self.assertTrue(shown[0]["transient"]["display_id"])
        self.assertEqual(shown[0]["transient"], again[0]["transient"])

    def test_display_kinds(self):
        (only,) = self.outputs('display(markdown("*x*"), "text/markdown")', "display_data")
        self.assertEqual(set(only["data"]), {"text/plain", "text/markdown"})

    def test_clear_output_waits(self):
        waits = self.outputs("clearOutput(true); clearOutput()", "clear_output")
        self.assertEqual([one["wait"] for one in waits], [True, False])

    def test_progress(self):
        self.flush_channels()
        _, heard = self.execute("%burst 2 users for 2s")
        first = [one["content"] for one in heard if one["msg_type"] == "display_data"]
        later = [one["content"] for one in heard if one["msg_type"] == "update_display_data"]
        self.assertEqual(len(first), 1)
        self.assertGreaterEqual(len(later), 3)
        self.assertEqual({one["transient"]["display_id"] for one in first + later}, {first[0]["transient"]["display_id"]})
        self.assertGreater(len({one["data"]["text/plain"] for one in later}), 1)
        self.assertIn("ended", later[-1]["data"]["text/plain"])
        self.assertIn("<table", self.result("table(runs(1))")["text/html"])
        chart = self.result("%plot")
        self.assertIn("<svg", chart["image/svg+xml"])
        self.assertIn("$schema", chart["application/vnd.vegalite.v5+json"])

    def test_question(self):
        asked = []

        def answer(message):
            asked.append(message["content"])
            self.kc.input("grüße")

        self.flush_channels()
        reply, heard = self.execute("new Scanner(System.in).nextLine()", allow_stdin=True, stdin_hook=answer)
        self.assertEqual(asked, [{"prompt": "", "password": False}])
        said = [one["content"]["data"]["text/plain"] for one in heard if one["msg_type"] == "execute_result"]
        self.assertEqual(said, ["grüße"])
        reply, _ = self.execute("new Scanner(System.in).nextLine()", allow_stdin=False)
        self.assertEqual(reply["content"]["status"], "error")

    def test_user_expressions(self):
        self.flush_channels()
        reply, _ = self.execute("int five = 5", user_expressions={"twice": "2 * five", "wrong": "nothing"})
        values = reply["content"]["user_expressions"]
        self.assertEqual(values["twice"]["data"]["text/plain"], "10")
        self.assertEqual(values["wrong"]["status"], "error")

    def test_failed_cells_stop_the_next(self):
        self.flush_channels()
        identities = [self.kc.execute(code) for code in ("Thread.sleep(500); nothing()", "1 + 1")]
        status = {}
        while len(status) < 2:
            reply = self.kc.get_shell_msg(timeout=PATIENCE)
            status[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual([status[one] for one in identities], ["error", "aborted"])


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "squall"
    encryption = "disabled"
    support_iopub_welcome = True

    @classmethod
    def setUpClass(cls):
        cls.km = KernelManager(kernel_name=cls.kernel_name, transport_encryption=cls.encryption)
        cls.km.start_kernel()
        cls.kc = cls.km.client()


class EncryptedTests(SquallTests):
    encryption = "required"

    def test_nothing_in_the_clear(self):
        with open(self.km.connection_file) as file:
            written = json.load(file)
        self.assertTrue(all(written.get(key) for key in KEYS[:2]), sorted(written))
        in_the_clear = {key: value for key, value in written.items() if key not in KEYS}
        stranger = BlockingKernelClient()
        stranger.load_connection_info(in_the_clear)
        stranger.start_channels()
        try:
            stranger.kernel_info()
            with self.assertRaises(Empty):
                stranger.get_shell_msg(timeout=2)
            with self.assertRaises(Empty):
                stranger.get_iopub_msg(timeout=0.1)
        finally:
            stranger.stop_channels()
        self.assertEqual(self.result("40 + 2")["text/plain"], "42")


class EncryptedWelcomeTests(WelcomeTests):
    encryption = "required"


def main():
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    tests = [load(kind) for kind in (SquallTests, WelcomeTests, EncryptedTests, EncryptedWelcomeTests)]
    report = io.StringIO()
    result = unittest.TextTestRunner(report).run(unittest.TestSuite(tests))
    if not result.wasSuccessful() or result.skipped:
        print(report.getvalue() + "".join(f"left out: {test}: {why}\n" for test, why in result.skipped))
        return 1
    print(f"jupyter_kernel_test: {tests[0].countTestCases() + 1} passed, and {tests[2].countTestCases() + 1} encrypted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
