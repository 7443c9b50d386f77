"""A server of a graph in this process, and what one asks of it."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Thread

import httpx

from kg.serve import Server

# httpx would read all certificates anew for each request, though none is encrypted.
request = partial(httpx.request, verify=ssl.create_default_context(), timeout=30)
get, head, post = (partial(request, method) for method in ("GET", "HEAD", "POST"))


@contextmanager
def serving(where: str | Path, seconds: float = 20.0) -> Iterator[str]:
    """The URL of a server that runs as long as the block does."""
    with Server(str(where), "127.0.0.1", 0, seconds) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.url.rstrip("/")
        finally:
            server.shutdown()
            thread.join()
