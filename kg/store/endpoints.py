"""Where a SPARQL server is asked, changed and read: from one URL, or from a file that names three.

The URL of an Oxigraph server is enough: `http://localhost:7878`. For other servers, a TOML file:

    query = "http://localhost:8890/sparql"
    update = "http://localhost:8890/sparql-auth"
    data = "http://localhost:8890/sparql-graph-crud-auth"
    user = "dba"
    password = "..."
    seconds = 60
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from kg.errors import StoreError

SCHEMES = ("http://", "https://")
SECONDS = 60.0  # how long an answer may take
URLS = ("query", "update", "data")


@dataclass(frozen=True)
class Endpoints:
    """The URLs of the query, the update and the Graph Store protocol, and who asks."""

    query: str
    update: str
    data: str
    user: str = ""
    password: str = ""
    seconds: float = SECONDS

    @property
    def where(self) -> str:
        """The server, for messages."""
        return self.query.removesuffix("/query")


def is_remote(where: str) -> bool:
    """Whether a store's name means a server: a URL, or a TOML file."""
    return where.startswith(SCHEMES) or where.endswith(".toml")


def endpoints_of(where: str) -> Endpoints:
    """The endpoints that a URL, with user and password if need be, or a TOML file names.

    Raises:
        StoreError: the file cannot be read, or names no such URLs.
    """
    if not where.startswith(SCHEMES):
        return read_endpoints(Path(where))
    parts = urlsplit(where)
    host = parts.netloc.rpartition("@")[2]
    base = urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Endpoints(f"{base}/query", f"{base}/update", f"{base}/store", user, password)


def read_endpoints(path: Path) -> Endpoints:
    """The endpoints in a TOML file.

    Raises:
        StoreError: the file cannot be read, or names no such URLs.
    """
    remedy = 'let it say query = "http://...", update and data'
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        what = f"cannot be read ({(error.strerror or str(error)).lower()})"
        raise StoreError(str(path), what, "check the path") from None
    except ValueError as error:
        raise StoreError(str(path), f"this is no TOML file ({error})", remedy) from None
    for name in URLS:
        if not str(told.get(name, "")).startswith(SCHEMES):
            raise StoreError(str(path), f"it names no URL for {name}", remedy)
    try:
        return Endpoints(**told)
    except TypeError:
        known = set(Endpoints.__dataclass_fields__)
        strange = ", ".join(sorted(told.keys() - known))
        raise StoreError(str(path), f"nobody knows what {strange} means", remedy) from None
