"""Whether a store holds what its reports say, no more and no less."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import InputError, StoreError
from kg.fuse import Read
from kg.keeping.contribution import NAMING, Triples, one_label_each
from kg.keeping.kept import SHIPPED, find, graphs_of, names_in
from kg.keeping.step import as_it_should_be
from kg.keeping.workers import Manner, Readers
from kg.names.known import KnownNames
from kg.store import Store
from kg.vocabulary import FUSED, accepted_graph


@dataclass(frozen=True)
class Fault:
    """Something that is wrong with a store: of which report, or of which graph, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        """As one line."""
        return f"{self.where}: {self.what}"


def check(
    store: Store, reports: Sequence[str], on_report: Callable[[str], None] = lambda _: None
) -> tuple[Fault, ...]:
    """What is wrong with a store: each report is fused anew, and all graphs are compared.

    Args:
        store: the store.
        reports: the ids of all its reports.
        on_report: called with the id of each report once it is checked.

    Raises:
        StoreError: the store cannot be read at all.
    """
    names = names_in(store) or SHIPPED
    read = Readers(Manner(names)).read()
    faults: list[Fault] = []
    contributed: set[ox.Triple] = set()
    for report in reports:
        faults += _of_report(store, report, names.known(), read)
        contributed.update(store.triples(str(accepted_graph(report))))
        on_report(report)
    faults += _of_all(store, frozenset(contributed))
    known_graphs = {str(FUSED), *(graph for report in reports for graph in graphs_of(report))}
    strangers = sorted(set(store.graphs()) - known_graphs)
    faults += [Fault(graph, "a graph of no report") for graph in strangers]
    return tuple(faults)


def _of_report(store: Store, report: str, known: KnownNames, read: Read) -> Iterator[Fault]:
    """What is wrong with the graphs of one report."""
    try:
        kept = find(store, [report])[report]
        should = as_it_should_be(store, kept, known, read)
    except StoreError:
        raise
    except InputError as error:
        yield Fault(report, error.what)
        return
    for graph in graphs_of(report):
        yield from _compare(graph, frozenset(store.triples(graph)), should[graph])


def _of_all(store: Store, contributed: Triples) -> Iterator[Fault]:
    """What is wrong with the fused graph."""
    plain = frozenset(triple for triple in contributed if triple.predicate not in NAMING)
    should = plain | one_label_each(contributed)
    yield from _compare(str(FUSED), frozenset(store.triples(str(FUSED))), should)


def _compare(graph: str, there: Triples, should: Triples) -> Iterator[Fault]:
    if missing := should - there:
        yield Fault(graph, f"{len(missing)} statements are missing, as {min(map(str, missing))}")
    if extra := there - should:
        yield Fault(graph, f"{len(extra)} statements too many, as {min(map(str, extra))}")
