"""Requests to a SPARQL server: with a limit of time, tried again while it is away, told in a line.

Every request may be sent twice without harm: a change says in which state of the store it holds.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from kg.errors import StoreError

WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds before a request is tried again
AWAY = frozenset({502, 503, 504})  # what a gateway says while the server behind it is away
DETAIL = 120  # characters of a server's complaint that are told


@dataclass(frozen=True)
class Request:
    """What is sent: a method, a URL, its parameters, a body and its media type."""

    method: str
    url: str
    parameters: Mapping[str, str | list[str]]
    body: bytes = b""
    media_type: str = ""
    accept: str = "*/*"


@dataclass(frozen=True)
class Reply:
    """What came back: the status, the media type, the body."""

    status: int
    media_type: str
    body: bytes


class Connection:
    """A server under one name and password, asked basic or digest, as it wants."""

    def __init__(
        self, where: str, user: str, password: str, seconds: float, waits: tuple[float, ...] = WAITS
    ) -> None:
        """Take whom to ask, how long an answer may take, and the waits between the tries."""
        self.where = where
        self.login = (user, password) if user else None
        self.auth: httpx.Auth | None = None
        self.seconds = seconds
        self.waits = waits
        self.client = httpx.Client(timeout=seconds, follow_redirects=True)

    def send(self, request: Request) -> Reply:
        """Send a request, again and again while the server is away.

        Raises:
            StoreError: the server stays away, is too slow, or refuses.
        """
        for wait in (*self.waits, None):
            try:
                reply = self._once(request)
            except httpx.TimeoutException:
                self._refuse(f"no answer within {self.seconds:g} seconds", "ask less, or wait")
            except (httpx.TransportError, httpx.InvalidURL) as error:
                if wait is None or isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
                    detail = " ".join(str(error).split())[:DETAIL]
                    self._refuse(f"the server does not answer ({detail})", "is it running?")
            else:
                if reply.status not in AWAY or wait is None:
                    return self._checked(reply)
            time.sleep(wait or 0)
        raise AssertionError  # the last try returns or raises

    def _once(self, request: Request) -> Reply:
        """One try, within the limit of time however slowly the answer drips."""
        deadline = time.monotonic() + self.seconds
        headers = {"Accept": request.accept}
        if request.media_type:
            headers["Content-Type"] = request.media_type
        with self.client.stream(
            request.method,
            request.url,
            params=request.parameters,
            content=request.body or None,
            headers=headers,
            auth=self.auth,
        ) as response:
            wants = response.headers.get("WWW-Authenticate", "").casefold()
            if response.status_code == httpx.codes.UNAUTHORIZED and self.login and not self.auth:
                kind = httpx.DigestAuth if wants.startswith("digest") else httpx.BasicAuth
                self.auth = kind(*self.login)
            else:
                body = bytearray()
                for piece in response.iter_bytes():
                    body += piece
                    if time.monotonic() > deadline:
                        raise httpx.ReadTimeout("the answer drips")
                media_type = response.headers.get("Content-Type", "").partition(";")[0].strip()
                return Reply(response.status_code, media_type, bytes(body))
        return self._once(request)

    def _checked(self, reply: Reply) -> Reply:
        """The reply, unless the server refuses."""
        if reply.status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            self._refuse("the server wants a user and a password", "give http://user:password@...")
        if reply.status >= httpx.codes.BAD_REQUEST and reply.status != httpx.codes.NOT_FOUND:
            detail = " ".join(reply.body.decode("utf-8", "replace").split())[:DETAIL]
            self._refuse(
                f"the server answers {reply.status} ({detail or 'no more'})",
                "see the log of the server",
            )
        return reply

    def _refuse(self, what: str, remedy: str) -> None:
        raise StoreError(self.where, what, remedy)

    def close(self) -> None:
        """Close the connection."""
        self.client.close()
