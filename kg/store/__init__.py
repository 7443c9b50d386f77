"""Where graphs are kept: in a folder, or on a SPARQL server; nothing else knows which.

`interface` says what a store can do; `embedded` does it in a folder, `remote` over HTTP, and
`memory` for as long as the process lasts. Of a server, `endpoints` are its URLs, `http` sends
requests, `sparql` writes them, `replies` reads the answers, and `revision` is the state of its
store. `files` writes what a store says into a file.
"""

from pathlib import Path

from kg.errors import StoreError
from kg.store.embedded import Embedded
from kg.store.endpoints import endpoints_of, is_remote
from kg.store.interface import Change, Results, Store, Term, View
from kg.store.memory import Memory, to_rows, to_triples
from kg.store.remote import Remote

__all__ = [
    "Change",
    "Embedded",
    "Memory",
    "Remote",
    "Results",
    "Store",
    "StoreError",
    "Term",
    "View",
    "is_remote",
    "open_store",
    "to_rows",
    "to_triples",
]


def open_store(where: str | Path, *, write: bool = False) -> Store:
    """The store of a folder, or of the server that a URL or a TOML file names.

    Only for writing is a folder made that is not there.

    Raises:
        StoreError: there is no store, it is in use, damaged, away, or of another version.
    """
    if is_remote(str(where)):
        return Remote(endpoints_of(str(where)))
    return Embedded(Path(where), write=write)
