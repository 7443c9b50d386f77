"""What is served: a store or a graph file, opened anew when somebody has written to it."""

from pathlib import Path

import pyoxigraph as ox

from kg.rdf.files import FORMATS_READ, read_quads
from kg.store import Memory, Store, is_remote, open_store
from kg.store.embedded import QUADS

LOG = "LOG"  # RocksDB's diary, which readers write to as well

State = tuple[tuple[str, int, int], ...]


class Source:
    """A folder, a server or a file, by name; it is opened by whoever first asks for it."""

    def __init__(self, where: str) -> None:
        """Take where it is."""
        self.where = where
        self._store: Store | None = None
        self._state: State = ()

    def store(self) -> Store:
        """What is served, as it is now.

        Raises:
            InputError: it cannot be opened or read.
        """
        state = state_of(self.where)
        if self._store is None or state != self._state:
            self.close()
            self._store, self._state = open_source(self.where), state
        return self._store

    def close(self) -> None:
        """Let go of it; who asks next opens it anew."""
        if self._store is not None:
            self._store.close()
        self._store = None


def open_source(where: str) -> Store:
    """The store or the graph that a name means, to be read alone.

    Raises:
        InputError: there is none, or it cannot be read.
    """
    if is_remote(where) or not is_graph_file(where):
        return open_store(where)
    quads = ox.Store()
    quads.bulk_extend(read_quads(where))
    return Memory(quads, where)


def is_graph_file(where: str) -> bool:
    """Whether a name is that of a graph file rather than of a store."""
    return Path(where).suffix.lower() in FORMATS_READ and not Path(where).is_dir()


def state_of(where: str) -> State:
    """What changes when somebody writes: sizes and times of files; nothing of a server's."""
    if is_remote(where):
        return ()
    path = Path(where)
    files = [path] if is_graph_file(where) else sorted((path / QUADS).glob("*"))
    found = []
    for file in files:
        try:
            told = file.stat()
        except OSError:  # it went while we looked
            continue
        if not file.name.startswith(LOG):
            found.append((file.name, told.st_size, told.st_mtime_ns))
    return tuple(found)
