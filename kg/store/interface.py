"""What a store of quads can do, wherever it is: be asked, be read, be changed in one step."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

import pyoxigraph as ox

from kg.errors import StoreError

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Results = ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple]


FORMAT = "1"  # of stores: raised when an old one could be misread


def other_format(where: str, form: str) -> StoreError:
    """The error of a store that another version of football-kg made."""
    what = f"the store has format {form or '?'}, this version of football-kg has {FORMAT}"
    remedy = "restore a backup into a new store, or use the version that made it"
    return StoreError(where, what, remedy)


@dataclass(frozen=True)
class Change:
    """One step: quads that go and quads that come; none of them is in both."""

    gone: frozenset[ox.Quad] = field(default_factory=frozenset)
    come: frozenset[ox.Quad] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.gone or self.come)


@dataclass(frozen=True)
class View:
    """Which graphs a query sees: its default graph is made of `default`, GRAPH reaches `named`.

    Where `default` is None, the FROM clauses of the query say so; `named` None is every graph.
    """

    default: tuple[str, ...] | None
    named: tuple[str, ...] | None = None


class Store(Protocol):
    """Named graphs that outlive the process: a folder (`Embedded`) or a server (`Remote`).

    Every method raises StoreError, in one line, for a store that cannot be used: damaged, full,
    locked, away, too slow, or no store at all.
    """

    @property
    def where(self) -> str:
        """The folder or the URL, for messages."""
        ...

    def select(self, sparql: str) -> list[Mapping[str, Term]]:
        """The rows of a SELECT over the named graphs, each with the variables that are bound."""
        ...

    def ask(self, sparql: str, view: View) -> Results:
        """What any query answers, and of which graphs it is asked.

        Raises SyntaxError, with line and column, for broken SPARQL.
        """
        ...

    def holders(
        self, name: ox.NamedNode, values: Collection[ox.Literal]
    ) -> list[tuple[ox.Literal, ox.NamedNode]]:
        """The nodes of any named graph that have one of some values in a property, with it."""
        ...

    def triples(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph, in no particular order; none if there is no such graph."""
        ...

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted."""
        ...

    def apply(self, change: Change) -> None:
        """Write a change: all of it, or nothing."""
        ...

    def fill(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads into an empty store, in as many steps as suit it."""
        ...

    def clear(self) -> None:
        """Take every graph of football-kg out of the store."""
        ...

    def close(self) -> None:
        """Let go of the store, all that was written safe on its disk."""
        ...

    def __enter__(self) -> Self:
        """Use the store in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()
