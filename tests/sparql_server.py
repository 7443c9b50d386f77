"""Servers for the tests: Oxigraph's own, and small ones that ask who you are or misbehave."""

import base64
import hashlib
import re
import socket
import subprocess
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx

OXIGRAPH = Path(sysconfig.get_path("scripts")) / "oxigraph"
Behaviour = Callable[[BaseHTTPRequestHandler, bytes], None]


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def start(port: int, folder: Path | None = None) -> subprocess.Popen[bytes]:
    """An Oxigraph server, once it answers; its data in a folder, or else in memory."""
    place = ("--location", str(folder)) if folder else ()
    bind = f"127.0.0.1:{port}"
    server = subprocess.Popen(
        [OXIGRAPH, "serve", "--bind", bind, *place],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(200):
        try:
            httpx.get(f"http://{bind}/")
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return server
    server.kill()
    raise RuntimeError("the server does not start")


def stop(server: subprocess.Popen[bytes]) -> None:
    """End a server at once, as a power cut would."""
    server.kill()
    server.wait()


@contextmanager
def oxigraph() -> Iterator[str]:
    """The URL of a fresh Oxigraph server."""
    port = free_port()
    server = start(port)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)


@contextmanager
def answering(behaviour: Behaviour) -> Iterator[str]:
    """The URL of a server that meets every request in one way."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            behaviour(self, self.rfile.read(int(self.headers.get("Content-Length") or 0)))

        do_GET = do_PUT = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reply(status: int, body: bytes, media_type: str = "text/plain") -> Behaviour:
    """Always the same answer."""

    def behave(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media_type)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def hang(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    """No answer at all."""
    del handler
    time.sleep(1.5)


def drip(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    """An answer that never ends."""
    handler.send_response(200)
    handler.end_headers()
    for _piece in range(15):
        try:
            handler.wfile.write(b" ")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


def guarded(url: str, scheme: str, user: str, password: str) -> Behaviour:
    """A door before another server, which lets one user in; `scheme` is Basic or Digest."""

    def behave(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        told = handler.headers.get("Authorization", "")
        if not is_right(told, scheme, handler.command, user, password):
            handler.send_response(401)
            nonce = ', nonce="abc", qop="auth"' if scheme == "Digest" else ""
            handler.send_header("WWW-Authenticate", f'{scheme} realm="store"{nonce}')
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        wanted = ("Content-Type", "Accept")
        headers = {name: handler.headers[name] for name in wanted if name in handler.headers}
        answer = httpx.request(
            handler.command, f"{url}{handler.path}", content=body, headers=headers
        )
        media_type = answer.headers.get("Content-Type", "text/plain")
        reply(answer.status_code, answer.content, media_type)(handler, b"")

    return behave


def is_right(told: str, scheme: str, method: str, user: str, password: str) -> bool:
    """Whether a request says who it is from, and proves it."""
    if scheme == "Basic":
        return told == f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"
    part = dict(re.findall(r'(\w+)="?([^",]+)"?', told))
    if not told.startswith("Digest") or part["username"] != user:
        return False
    secret = digest(f"{user}:store:{password}")
    asked = digest(f"{method}:{part['uri']}")
    middle = f"{part['nonce']}:{part['nc']}:{part['cnonce']}:{part['qop']}"
    return bool(part["response"] == digest(f"{secret}:{middle}:{asked}"))


def digest(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = {sql}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = {http}
[SPARQL]
ResultSetMaxRows = 100000
"""


@contextmanager
def virtuoso(program: str, folder: Path) -> Iterator[Path]:
    """A fresh Virtuoso server, and the file that names its URLs."""
    http = free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=free_port(), http=http))
    server = subprocess.Popen(
        [program, "+foreground"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{http}"
    file = folder / "virtuoso.toml"
    file.write_text(
        f'query = "{base}/sparql-auth"\nupdate = "{base}/sparql-auth"\n'
        f'data = "{base}/sparql-graph-crud-auth"\nuser = "dba"\npassword = "dba"\n'
    )
    try:
        for _ in range(600):
            try:
                httpx.get(f"{base}/sparql")
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                break
        yield file
    finally:
        stop(server)
