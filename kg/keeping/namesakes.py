"""Names that two people bear (`kg.fuse.namesakes`), found in a store without going through it.

Each report is kept with the names it calls people by, and with those it has somebody bear on a day.
Where two bear one on that day, their reports are marked: one lookup tells whether two people bear a
name, on whatever day, and only the reports of a day are read to mark them anew.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations, groupby

import pyoxigraph as ox

from kg.fuse import Bearer, bearers
from kg.fuse.identity import Identity
from kg.fuse.namesakes import are_two, called
from kg.keeping.kept import id_of
from kg.rdf.terms import text_of
from kg.reconcile import Reading
from kg.store import Store
from kg.vocabulary import STORE, report_iri

CALLS, BEARS, TWO = (ox.NamedNode(f"{STORE}{term}") for term in ("calls", "bears", "two"))

Triples = frozenset[ox.Triple]


@dataclass(frozen=True)
class Namesakes:
    """What becomes of the names that some reports bear, `asked`, when these reports change.

    Two people bear those of `borne` afterwards; `turned` are the names of which that was otherwise
    before. `weighed` are the reports that bear them on the days in question, and `two` those that
    bear a name there which somebody else bears as well.
    """

    asked: frozenset[str]
    borne: frozenset[str]
    turned: frozenset[str]
    weighed: frozenset[str]
    two: frozenset[tuple[str, str]]

    def mark(self, report: str, kept: Triples) -> Triples:
        """What is kept of a report, its marks as they should be."""
        if report not in self.weighed:
            return kept
        names = {name for other, name in self.two if other == report}
        return frozenset((kept - marks(report, self.asked)) | marks(report, names))


def borne(reading: Reading, identity: Identity) -> Triples:
    """The names that a report has somebody bear on a day, as they are kept."""
    node = ox.NamedNode(report_iri(reading.report.id))
    return frozenset(
        ox.Triple(node, BEARS, ox.Literal(key(bearer))) for bearer in bearers(reading, identity)
    )


def calling(reading: Reading, kept: Triples) -> Triples:
    """What is kept of a report, with the names by which it calls people now."""
    node = ox.NamedNode(report_iri(reading.report.id))
    now = {ox.Triple(node, CALLS, ox.Literal(name)) for name in called(reading)}
    return frozenset(triple for triple in kept if triple.predicate != CALLS) | now


def marks(report: str, names: Iterable[str]) -> Triples:
    """The marks of a report that two people bear these of its names."""
    node = ox.NamedNode(report_iri(report))
    return frozenset(ox.Triple(node, TWO, ox.Literal(name)) for name in names)


def key(bearer: Bearer) -> str:
    """A name on a day."""
    return f"{bearer.name}@{bearer.day}"


def having(store: Store, relation: ox.NamedNode, values: Collection[str]) -> list[str]:
    """The reports that stand in a relation to one of some values, sorted."""
    return sorted({id_of(node) for _, node in store.holders(relation, [*map(ox.Literal, values)])})


def weigh(
    store: Store, before: Iterable[Bearer], after: Iterable[Bearer], others: Iterable[Bearer]
) -> Namesakes:
    """What becomes of the names that some reports bore before a step, and bear after it.

    `others` are those whom other reports have bear one of these names on one of these days.
    """
    old, new = set(before), set(after)
    keys = {key(bearer) for bearer in old | new}
    there = {bearer for bearer in others if key(bearer) in keys}
    asked = frozenset(bearer.name for bearer in old | new)
    two = {
        (bearer.report, bearer.name)
        for _, group in groupby(sorted(there | new, key=key), key)
        for pair in combinations(sorted(group), 2)
        if are_two(*pair)
        for bearer in pair
    }
    weighed = frozenset(bearer.report for bearer in old | new | there)
    borne = borne_by_two(store, asked, weighed) | {name for _, name in two}
    return Namesakes(
        asked=asked,
        borne=borne,
        turned=borne ^ borne_by_two(store, asked),
        weighed=weighed,
        two=frozenset(two),
    )


def borne_by_two(
    store: Store, names: Collection[str], besides: Collection[str] = ()
) -> frozenset[str]:
    """Those of some names that two people bear, by the marks of reports `besides` some."""
    wanted = sorted(names)
    if not wanted:
        return frozenset()
    left_out = ", ".join(sorted(str(ox.NamedNode(report_iri(report))) for report in besides))
    apart = f"FILTER (?report NOT IN ({left_out}))" if left_out else ""
    each = " UNION ".join(
        f"{{ SELECT ({number} AS ?number) WHERE {{ GRAPH ?graph {{ "
        f"?report {TWO} {ox.Literal(name)} }} {apart} }} LIMIT 1 }}"
        for number, name in enumerate(wanted)
    )
    rows = store.select(f"SELECT ?number WHERE {{ {each} }}")
    return frozenset(wanted[int(text_of(row["number"]))] for row in rows)
