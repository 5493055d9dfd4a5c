"""A server of another kind. Prints its port; ends when its input does."""

import gzip
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/small":
            self.answer(200, b"small")
        elif self.path == "/large":
            self.answer(200, b"0123456789abcdef" * 65536)
        elif self.path == "/nothing":
            self.send_response(204)
            self.end_headers()
        elif self.path == "/unchanged":
            self.send_response(304)
            self.send_header("ETag", '"tag"')
            self.end_headers()
        elif self.path == "/chunked":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for i in range(300):
                piece = b"line %d\n" % i
                self.wfile.write(b"%x;n=%d\r\n%s\r\n" % (len(piece), i, piece))
            self.wfile.write(b"0\r\nX-Trailer: t\r\n\r\n")
        elif self.path == "/zipped":
            self.answer(200, gzip.compress(b"zipped " * 1000, mtime=0), [("Content-Encoding", "gzip")])
        elif self.path == "/close":
            self.answer(200, b"last", [("Connection", "close")])
        elif self.path == "/until-close":
            self.protocol_version = "HTTP/1.0"
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"until the end " * 1000)
            self.close_connection = True
        elif self.path == "/headers":
            lines = [("X-Large-%d" % i, "x" * 2000) for i in range(15)]
            self.answer(200, b"large head", lines + [("X-Two", "a"), ("X-Two", "b")])
        elif self.path == "/broken":
            self.answer(500, b"broken")
        else:
            self.answer(404, b"missing")

    do_HEAD = do_GET

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.answer(200, b"%d" % len(self.rfile.read(length)))

    def answer(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
os._exit(0)
