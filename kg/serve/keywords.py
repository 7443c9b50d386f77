"""Words of a SPARQL query that decide before it is asked: SERVICE, FROM, and those of updates.

What stands in a string, an IRI, a comment or the name of a variable is no keyword.
"""

import re

# In the order in which a tokenizer would try them; an IRI comes before the "#" that may be in it.
HIDDEN = re.compile(
    r"""
      <[^<>"{}|^`\x00-\x20]*>                       # an IRI
    | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"               # strings, the long ones first
    | '''(?:[^'\\]|\\.|'(?!''))*'''
    | "(?:[^"\\\n\r]|\\.)*"
    | '(?:[^'\\\n\r]|\\.)*'
    | \#[^\n\r]*                                    # a comment
    | [?$]\w+                                       # a variable
    """,
    re.VERBOSE | re.DOTALL,
)
FROM = re.compile(r"(?<![\w:.-])FROM(?![\w:-])", re.IGNORECASE)
PROLOGUE = re.compile(r"\s*(?:PREFIX\s+\S*:\s*<>|BASE\s*<>|<>)\s*", re.IGNORECASE)
UPDATE = re.compile(r"(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE)


def bare(sparql: str) -> str:
    """A query without what keywords could hide in: <> is left of an IRI, a space of the rest."""
    return HIDDEN.sub(lambda found: "<>" if found[0].startswith("<") else " ", sparql)


def reaches_out(sparql: str) -> bool:
    """Whether a query may ask other servers.

    "SERVICESILENT:x" is one to the engine as well; a prefix called "service" is given up for it.
    """
    return "service" in bare(sparql).lower()


def names_its_graphs(sparql: str) -> bool:
    """Whether a query has a FROM clause."""
    return FROM.search(bare(sparql)) is not None


def is_update(sparql: str) -> bool:
    """Whether it is no query, but what changes a graph."""
    rest = bare(sparql)
    while found := PROLOGUE.match(rest):
        rest = rest[found.end() :]
    return UPDATE.match(rest.lstrip()) is not None
