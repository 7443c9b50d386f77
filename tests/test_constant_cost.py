"""A report more costs no more in a larger store; `constant_cost.py` measures it with ten thousand.

What is counted here is what a step asks of the store and reads, which no busy machine changes.
"""

from collections.abc import Collection, Mapping
from statistics import median
from unittest.mock import patch

import pyoxigraph as ox
from archive import readings

from kg.keeping.kept import Kept
from kg.keeping.step import step
from kg.names.known import NO_NAMES
from kg.store import Memory, Term

EARLY, LATE = slice(20, 60), slice(260, 300)
MORE = 1.2


class Counted(Memory):
    """A store that counts what it is asked and what it gives."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def select(self, query: str) -> list[Mapping[str, Term]]:
        rows = super().select(query)
        self.count += 1 + len(rows)
        return rows

    def holders(
        self, name: ox.NamedNode, values: Collection[ox.Literal]
    ) -> list[tuple[ox.Literal, ox.NamedNode]]:
        found = super().holders(name, values)
        self.count += len(values) + len(found)
        return found

    def triples(self, graph: str) -> list[ox.Triple]:
        found = super().triples(graph)
        self.count += 1 + len(found)
        return found


def test_a_step_asks_no_more_of_a_large_store() -> None:
    store = Counted()
    counts = []
    with patch("kg.keeping.step.unsound", lambda *_: frozenset()):
        for reading in readings(LATE.stop):
            before = store.count
            change = step(store, NO_NAMES, [Kept(reading, "")])
            store.apply(change)
            counts.append(store.count - before + len(change.gone) + len(change.come))
    assert median(counts[LATE]) <= MORE * median(counts[EARLY])
    assert max(counts[LATE]) <= MORE * max(counts[EARLY])
