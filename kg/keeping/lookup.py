"""What a change has to look up in a store: single triples and names, never a whole graph."""

from collections.abc import Collection, Iterable

import pyoxigraph as ox

from kg.keeping.contribution import LABEL, OTHER_NAME, Triples
from kg.rdf.terms import text_of
from kg.store import Store
from kg.vocabulary import FUSED, accepted_graph

AT_ONCE = 50  # triples in one query
ACCEPTED = "/accepted"


def held(store: Store, triples: Iterable[ox.Triple], besides: Collection[str]) -> Triples:
    """Those of some triples that reports contribute, `besides` some reports.

    Each is looked up by itself and the first graph that has it will do: however many reports say
    that a club is a club, it takes no longer.
    """
    wanted = sorted(triples, key=str)
    left_out = " , ".join(str(ox.NamedNode(accepted_graph(report))) for report in sorted(besides))
    apart = f" && ?graph NOT IN ({left_out})" if left_out else ""
    found = set()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        each = " UNION ".join(
            f"{{ SELECT ({number} AS ?number) WHERE {{ GRAPH ?graph {{ {triple} }} "
            f'FILTER (STRENDS(STR(?graph), "{ACCEPTED}"){apart}) }} LIMIT 1 }}'
            for number, triple in enumerate(part)
        )
        rows = store.select(f"SELECT ?number WHERE {{ {each} }}")
        found |= {part[int(text_of(row["number"]))] for row in rows}
    return frozenset(found)


def named(store: Store, triples: Iterable[ox.Triple]) -> Triples:
    """The names that the fused graph has for the subjects of some triples.

    Each node is asked for by itself: of several at once, a store may go through all names it has.
    """
    nodes = {t.subject for t in triples if isinstance(t.subject, ox.NamedNode)}
    wanted = [(node, name) for node in sorted(nodes, key=str) for name in (LABEL, OTHER_NAME)]
    found = set()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        each = " UNION ".join(
            f"{{ SELECT ({number} AS ?number) ?name WHERE {{ "
            f"GRAPH <{FUSED}> {{ {node} {name} ?name }} }} }}"
            for number, (node, name) in enumerate(part)
        )
        rows = store.select(f"SELECT ?number ?name WHERE {{ {each} }}")
        found |= {ox.Triple(*part[int(text_of(row["number"]))], row["name"]) for row in rows}
    return frozenset(found)
