"""What a store keeps of each report besides its graphs: the reading, its digest, its links.

`g/REPORT/reading` holds them as literals of the report's node, and `g/REPORT/accepted` what the
report contributes to the fused graph. Nothing else is kept, and nothing of all reports.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.keeping.reading_json import from_json, to_json
from kg.names.known import KnownNames
from kg.pipeline import known_names
from kg.rdf.terms import text_of
from kg.reconcile import Reading
from kg.store import Store, sparql
from kg.vocabulary import (
    BASE,
    STORE,
    accepted_graph,
    evidence_graph,
    reading_graph,
    report_graph,
    report_id,
    report_iri,
)

READING, DIGEST, LINK, SOURCE, NAMES = (
    ox.NamedNode(f"{STORE}{term}") for term in ("reading", "digest", "link", "source", "names")
)


@dataclass(frozen=True)
class Names:
    """Which names help: those of clubs that ship here, and those in a folder of the user's.

    They are the same for all reports of a store, since they tell which names are of one club; so is
    the language pipeline, `model`, since reports are read together.
    """

    clubs: bool = True
    more: str = ""
    model: str = ""

    def known(self) -> KnownNames:
        """The names themselves."""
        return known_names(with_clubs=self.clubs, more=Path(self.more) if self.more else None)

    def __str__(self) -> str:
        """The options that say so."""
        told = [] if self.clubs else ["--no-names"]
        told += [f"--names {self.more}"] if self.more else []
        told += [f"--model {self.model}"] if self.model else []
        return " ".join(told) or "no options"


SHIPPED = Names()


@dataclass(frozen=True)
class Kept:
    """A report in the store: what it says, the digest of its text and of how it was read."""

    reading: Reading
    digest: str
    names: Names = SHIPPED

    @property
    def id(self) -> str:
        """The report's id."""
        return self.reading.report.id

    def triples(self, links: Iterable[str]) -> frozenset[ox.Triple]:
        """The triples that keep it, with the keys by which other reports find it."""
        node = ox.NamedNode(report_iri(self.id))
        told = [
            (READING, to_json(self.reading)),
            (DIGEST, self.digest),
            (SOURCE, self.reading.report.source),
            (NAMES, json.dumps(asdict(self.names))),
            *((LINK, link) for link in links),
        ]
        return frozenset(ox.Triple(node, name, ox.Literal(text)) for name, text in told)


def graphs_of(report: str) -> tuple[str, ...]:
    """The graphs that are of one report."""
    return tuple(
        str(name(report)) for name in (report_graph, evidence_graph, accepted_graph, reading_graph)
    )


def reports_in(store: Store) -> list[str]:
    """The ids of all reports in a store, sorted."""
    rows = store.select(f"SELECT ?report WHERE {{ GRAPH ?graph {{ ?report {DIGEST} ?digest }} }}")
    return sorted(id_of(row["report"]) for row in rows)


def digest_in(store: Store, report: str) -> str | None:
    """The digest of a report in a store; None if it is not there."""
    node = ox.NamedNode(report_iri(report))
    rows = store.select(f"SELECT ?digest WHERE {{ GRAPH ?graph {{ {node} {DIGEST} ?digest }} }}")
    return text_of(rows[0]["digest"]) if rows else None


def names_in(store: Store) -> Names | None:
    """The names that help in a store; None if it is empty."""
    rows = store.select(
        f"SELECT ?names WHERE {{ GRAPH ?graph {{ ?report {NAMES} ?names }} }} LIMIT 1"
    )
    return Names(**json.loads(text_of(rows[0]["names"]))) if rows else None


def find(store: Store, reports: Iterable[str]) -> dict[str, Kept]:
    """Those of some reports that are in the store, by id.

    Raises:
        InputError: what is kept of one cannot be read.
    """
    nodes = [ox.NamedNode(report_iri(report)) for report in reports]
    if not nodes:
        return {}
    rows = store.select(
        f"SELECT ?report ?reading ?digest ?names WHERE {{ "
        f"VALUES ?report {{ {sparql.of_any(nodes)} }} GRAPH ?graph {{ "
        f"?report {READING} ?reading ; {DIGEST} ?digest ; {NAMES} ?names }} }}"
    )
    kept = {}
    for row in rows:
        report = id_of(row["report"])
        reading = from_json(text_of(row["reading"]), f"{store.where}: {report}")
        kept[report] = Kept(
            reading, text_of(row["digest"]), Names(**json.loads(text_of(row["names"])))
        )
    return kept


def linked(store: Store, links: Iterable[str]) -> set[tuple[str, str]]:
    """The ids of the reports that have one of some links, each behind the link."""
    found = store.holders(LINK, [ox.Literal(link) for link in links])
    return {(link.value, id_of(node)) for link, node in found}


def id_of(node: object) -> str:
    """The id of the report that a node is."""
    return report_id(str(getattr(node, "value", node)).removeprefix(f"{BASE}report/"))
