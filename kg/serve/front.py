"""The HTTP server: it reads requests, lets a crew answer them, and sends what comes back.

Two crews, so that pages go on while queries of others take their time.
"""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from kg.errors import InputError
from kg.serve.crew import Crew, Post
from kg.serve.messages import TEXT, Refusal, Request, Response
from kg.serve.protocol import PATH
from kg.serve.routes import answer, refused

LONGEST_BODY = 1024 * 1024  # bytes of a query
EACH = 2  # processes of a crew
IDLE_SECONDS = 60  # until a silent connection is closed
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    # Nothing is loaded from anywhere else, and no script runs.
    ("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self' data:; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ("Vary", "Accept"),
)  # fmt: skip


class Server(ThreadingHTTPServer):
    """A server of one store or graph file."""

    daemon_threads = True

    def __init__(self, where: str, host: str, port: int, seconds: float) -> None:
        """Open what is served, then listen.

        Raises:
            InputError: it cannot be opened, or the port is not to be had.
        """
        post = Post(where, answer, seconds)
        self.pages, self.queries = Crew(post, EACH), Crew(post, EACH)
        try:
            super().__init__((host, port), Handler, bind_and_activate=False)
            self.pages.open()
            self._listen()
        except BaseException:
            self.server_close()
            raise

    @property
    def url(self) -> str:
        """Where the pages begin."""
        host, port = self.server_address[:2]
        return f"http://{host if isinstance(host, str) else host.decode()}:{port}/"

    def _listen(self) -> None:
        host, port = self.server_address[:2]
        try:
            self.server_bind()
            self.server_activate()
        except OSError as error:
            what = f"nothing can be served there ({(error.strerror or str(error)).lower()})"
            where = f"{host!s}:{port}"
            raise InputError(where, what, "give another --host or --port") from None

    def server_close(self) -> None:
        """Stop listening, and end the processes."""
        super().server_close()
        self.pages.stop()
        self.queries.stop()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "football-kg"
    sys_version = ""
    timeout = IDLE_SECONDS

    def do_GET(self) -> None:
        """Answer; the same for all methods, which are told apart later."""
        request = Request(self.command, "/", accept=self.headers.get("Accept", ""))
        try:
            request = self._request()
            crew = self.server.queries if request.path == PATH else self.server.pages
            response = crew.answer(request)
        except Refusal as refusal:
            response = refused(request, refusal)
        except InputError as error:
            response = refused(request, Refusal(503, str(error)))
        self._send(response)

    do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's)
        """Say nothing of requests."""

    def _request(self) -> Request:
        parts = urlsplit(self.path)
        body = self._body()
        try:
            parameters = parse_qsl(parts.query, keep_blank_values=True, errors="strict")
        except ValueError:
            raise Refusal(400, "the parameters are not UTF-8") from None
        accept = ", ".join(self.headers.get_all("Accept", []))
        media_type = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        return Request(self.command, parts.path, tuple(parameters), accept, media_type, body)

    def _body(self) -> bytes:
        """What was sent with the request.

        Raises:
            Refusal: nobody knows how long it is, or it is too long; then the connection closes.
        """
        if "Transfer-Encoding" in self.headers:
            self.close_connection = True
            raise Refusal(411, "say with Content-Length how long the query is")
        told = self.headers.get("Content-Length", "0")
        if not told.isdecimal() or int(told) > LONGEST_BODY:
            self.close_connection = True
            raise Refusal(413, f"a query may have {LONGEST_BODY} bytes")
        return self.rfile.read(int(told))

    def _send(self, response: Response) -> None:
        charset = "; charset=utf-8" if response.media_type.startswith("text/") else ""
        body = b"" if self.command == "HEAD" else response.body
        self.send_response(response.status)
        self.send_header("Content-Type", f"{response.media_type or TEXT}{charset}")
        self.send_header("Content-Length", str(len(response.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        for name, value in (*HEADERS, *response.headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
