"""Answers to questions as tables in which names lead to their nodes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg.query import TRIPLE_COLUMNS
from kg.rdf.terms import text_of
from kg.serve.places import ID, href
from kg.store import Results, Store, Term
from kg.vocabulary import BASE, PREFIXES

MOST_ROWS = 500  # of a table on a page
LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
# What is called like a player besides himself has no page to lead to.
SPEAKING = tuple(
    BASE + kind
    for kind in ("match/", "player/", "person/", "team/", "venue/", "city/", "competition/",
                 "stage/", "manager/", "report/")
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """A value, and the page it leads to ("" for none)."""

    text: str
    href: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is to stand like a number."""
        return self.text.isdecimal()


@dataclass(frozen=True)
class Table:
    """An answer; a record is a row that quotes sentences and needs room, rather than a line."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool

    @property
    def of_records(self) -> bool:
        """Whether the rows quote sentences."""
        return any(is_sentence(column) for column in self.columns)


def is_sentence(column: str) -> bool:
    """Whether a column of this name holds sentences of reports."""
    return column.endswith("sentence")


def read_table(store: Store, found: Results) -> Table:
    """The first MOST_ROWS rows of an answer; a name is a link where one node alone is called so."""
    if isinstance(found, ox.QueryBoolean):
        return Table(("answer",), ((Cell("yes" if found else "no"),),), cut=False)
    columns: tuple[str, ...] = TRIPLE_COLUMNS
    if isinstance(found, ox.QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
    rows = [tuple(row) for row in islice(iter(found), MOST_ROWS + 1)]
    shown = rows[:MOST_ROWS]
    terms = (term for row in shown for term in row if isinstance(term, ox.Literal))
    pages = pages_of(store, (term for term in terms if not term.value.isdecimal()))
    return Table(
        columns,
        tuple(
            tuple(_cell(term, column, pages) for term, column in zip(row, columns, strict=True))
            for row in shown
        ),
        cut=len(rows) > MOST_ROWS,
    )


def pages_of(store: Store, names: Iterable[ox.Literal]) -> Mapping[str, str]:
    """The page of the one node that has a name, by name."""
    found: dict[str, set[str]] = {}
    for name, node in store.holders(LABEL, sorted(set(names), key=str)):
        if node.value.startswith(SPEAKING) and "/" not in node.value.partition("/match/")[2]:
            found.setdefault(name.value, set()).add(node.value)
    return {name: href(nodes.pop()) for name, nodes in found.items() if len(nodes) == 1}


def _cell(term: Term | None, column: str, pages: Mapping[str, str]) -> Cell:
    if term is None:
        return Cell("")
    text = text_of(term)
    if isinstance(term, ox.NamedNode):
        page = href(text)
        return Cell(page.removeprefix(ID) or text, page)
    return Cell(text, "" if is_sentence(column) else pages.get(text, ""))


def records(table: Table) -> Sequence[Sequence[tuple[str, Cell]]]:
    """The rows as columns with what they hold, those that hold nothing left out."""
    return [
        [(column, cell) for column, cell in zip(table.columns, row, strict=True) if cell.text]
        for row in table.rows
    ]
