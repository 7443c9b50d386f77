"""A store that lasts as long as the process: a graph that was just built, or read from a file."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

import pyoxigraph as ox

from kg.rdf.terms import as_told
from kg.store import sparql
from kg.store.interface import Change, Results, Store, Term, View


class Memory(Store):
    """Quads in memory; `Embedded` has them on a disk, and says what is wrong with it."""

    def __init__(self, quads: ox.Store | None = None, where: str = "memory") -> None:
        """Take the quads, if there are any."""
        self.quads = ox.Store() if quads is None else quads
        self._where = where

    @property
    def where(self) -> str:
        """What holds the quads, for messages."""
        return self._where

    def select(self, query: str) -> list[Mapping[str, Term]]:
        """The rows of a SELECT over the named graphs, each with the variables that are bound."""
        with self._told():
            return to_rows(self.quads.query(query))

    def ask(self, query: str, view: View) -> Results:
        """What any query answers, and of which graphs it is asked."""
        with self._told():
            return self.quads.query(
                query,
                default_graph=None if view.default is None else [*_nodes(view.default)],
                named_graphs=None if view.named is None else [*_nodes(view.named)],
            )

    def holders(
        self, name: ox.NamedNode, values: Collection[ox.Literal]
    ) -> list[tuple[ox.Literal, ox.NamedNode]]:
        """The nodes of any named graph that have one of some values in a property, with it."""
        with self._told():
            return [
                (value, quad.subject)
                for value in values
                for quad in self.quads.quads_for_pattern(None, name, value, None)
                if isinstance(quad.subject, ox.NamedNode)
            ]

    def triples(self, graph: str) -> list[ox.Triple]:
        """The triples of a graph, in no particular order."""
        with self._told():
            found = self.quads.quads_for_pattern(None, None, None, ox.NamedNode(graph))
            return [as_told(quad.triple) for quad in found]

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted."""
        with self._told():
            return sorted(
                name.value
                for name in self.quads.named_graphs()
                if isinstance(name, ox.NamedNode) and self._holds(name)
            )

    def apply(self, change: Change) -> None:
        """Write a change in one transaction."""
        if not change:
            return
        with self._told():
            self.quads.update(sparql.update(change))
            for name in {quad.graph_name for quad in change.gone}:
                if isinstance(name, ox.NamedNode) and not self._holds(name):
                    self.quads.remove_graph(name)  # forgets the name of an empty graph

    def fill(self, quads: Iterable[ox.Quad]) -> None:
        """Put quads into an empty store."""
        with self._told():
            self.quads.bulk_extend(quads)

    def clear(self) -> None:
        """Take everything out of the store."""
        with self._told():
            self.quads.clear()

    def close(self) -> None:
        """Let go of the quads."""
        del self.quads

    def _holds(self, graph: ox.NamedNode) -> bool:
        return next(self.quads.quads_for_pattern(None, None, None, graph), None) is not None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Where a disk would be, nothing to tell of it."""
        yield


def _nodes(graphs: Iterable[str]) -> Iterator[ox.NamedNode]:
    return (ox.NamedNode(graph) for graph in graphs)


def to_rows(results: Results) -> list[Mapping[str, Term]]:
    """The rows of a SELECT as dictionaries of what is bound."""
    if not isinstance(results, ox.QuerySolutions):
        raise TypeError("only a SELECT has rows")
    names = [variable.value for variable in results.variables]
    return [{name: term for name in names if (term := row[name]) is not None} for row in results]


def to_triples(results: Results) -> list[ox.Triple]:
    """The triples of a CONSTRUCT or a DESCRIBE, as they were told."""
    if isinstance(results, ox.QuerySolutions | ox.QueryBoolean):
        raise TypeError("only a CONSTRUCT or a DESCRIBE has triples")
    return [as_told(triple) for triple in results]
