"""What a change has to look up in a store: single triples and names, never a whole graph."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import pyoxigraph as ox

from kg.keeping.contribution import LABEL, OTHER_NAME, Triples
from kg.rdf.terms import text_of
from kg.store import Store, Term
from kg.vocabulary import FUSED, accepted_graph

T = TypeVar("T")

AT_ONCE = 50  # questions in one query
ACCEPTED = "/accepted"


def held(store: Store, triples: Iterable[ox.Triple], besides: Collection[str]) -> Triples:
    """Those of some triples that reports contribute, `besides` some reports.

    Each is looked up by itself and the first graph that has it will do: however many reports say
    that a club is a club, it takes no longer.
    """
    wanted = sorted(triples, key=str)
    left_out = " , ".join(str(ox.NamedNode(accepted_graph(report))) for report in sorted(besides))
    apart = f" && ?graph NOT IN ({left_out})" if left_out else ""

    def ask(number: int, triple: ox.Triple) -> str:
        return (
            f"SELECT ({number} AS ?number) WHERE {{ GRAPH ?graph {{ {triple} }} "
            f'FILTER (STRENDS(STR(?graph), "{ACCEPTED}"){apart}) }} LIMIT 1'
        )

    return frozenset(triple for triple, _ in answers(store, wanted, ask))


def named(store: Store, triples: Iterable[ox.Triple]) -> Triples:
    """The names that the fused graph has for the subjects of some triples.

    Each node is asked for by itself: of several at once, a store may go through all names it has.
    """
    nodes = {t.subject for t in triples if isinstance(t.subject, ox.NamedNode)}
    wanted = [(node, name) for node in sorted(nodes, key=str) for name in (LABEL, OTHER_NAME)]

    def ask(number: int, one: tuple[ox.NamedNode, ox.NamedNode]) -> str:
        node, name = one
        graph = f"GRAPH <{FUSED}> {{ {node} {name} ?name }}"
        return f"SELECT ({number} AS ?number) ?name WHERE {{ {graph} }}"

    told = answers(store, wanted, ask)
    return frozenset(ox.Triple(*one, row["name"]) for one, row in told)


def answers(
    store: Store, wanted: Sequence[T], ask: Callable[[int, T], str]
) -> Iterator[tuple[T, Mapping[str, Term]]]:
    """What a store answers to the question for each of many, some of them in one query.

    `ask` gives the question for one, which selects its number as `?number`.
    """
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        each = " UNION ".join(f"{{ {ask(number, one)} }}" for number, one in enumerate(part))
        for row in store.select(f"SELECT * WHERE {{ {each} }}"):
            yield part[int(text_of(row["number"]))], row
