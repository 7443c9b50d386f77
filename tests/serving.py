"""A server of a graph in this process, and what one asks of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from kg.serve import Server


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
