"""Where a node has its page: an IRI of the project's is found under /id/."""

import re
from urllib.parse import unquote

from kg.vocabulary import BASE

ID = "/id/"
BEYOND_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def href(iri: str) -> str:
    """The path of the page of a node, "" for one that is not the project's."""
    return ID + iri.removeprefix(BASE) if iri.startswith(BASE) else ""


def iri_of(path: str) -> str:
    """The IRI of the node that has its page at a path.

    Browsers escape letters beyond ASCII, which IRIs hold as they are; other escapes are of the IRI.
    """
    name = BEYOND_ASCII.sub(lambda found: unquote(found[0]), path.removeprefix(ID))
    return BASE + name
