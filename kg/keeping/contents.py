"""What is in a store: its reports, and how much of what."""

from collections import Counter
from dataclasses import dataclass

from kg.keeping.kept import SOURCE, id_of
from kg.rdf.terms import text_of
from kg.store import Store
from kg.vocabulary import FUSED, KG, PREFIXES, label_of

TYPE = f"<{PREFIXES['rdf']}type>"


@dataclass(frozen=True)
class Listed:
    """A report in a store; `date` is that of the report, "" if it tells none."""

    report: str
    date: str
    source: str


@dataclass(frozen=True)
class Count:
    """How many there are: of "reports", of the "nodes" of a class, of "claims" of a status.

    "left out" counts the claims that are not accepted, by reason.
    """

    of: str
    kind: str
    number: int


def listed(store: Store) -> tuple[Listed, ...]:
    """The reports in a store, in the order of their ids."""
    rows = store.select(
        f"SELECT ?report ?source ?date WHERE {{ GRAPH ?kept {{ ?report {SOURCE} ?source }} "
        f"OPTIONAL {{ GRAPH ?evidence {{ ?report <{KG.reportDate}> ?date }} }} }}"
    )
    found = {
        id_of(row["report"]): (text_of(row["date"]) if "date" in row else "", row["source"])
        for row in rows
    }
    return tuple(
        Listed(report, date, text_of(source)) for report, (date, source) in sorted(found.items())
    )


def counts(store: Store) -> tuple[Count, ...]:
    """How much there is of what, the reports first."""
    classes = _tally(store, f"GRAPH <{FUSED}> {{ ?one {TYPE} ?kind }}")
    status = _tally(store, f"GRAPH ?graph {{ ?one <{KG.claimStatus}> ?kind }}")
    reasons = _tally(store, f"GRAPH ?graph {{ ?one <{KG.reason}> ?kind }}")
    reports = _tally(store, f"GRAPH ?graph {{ ?kind {SOURCE} ?one }}")
    nodes = Counter({label_of(kind): number for kind, number in classes.items()})
    tallies = (("nodes", nodes), ("claims", status), ("left out", reasons))
    return (
        Count("reports", "", reports.total()),
        *(
            Count(of, kind, number)
            for of, tally in tallies
            for kind, number in sorted(tally.items())
        ),
    )


def _tally(store: Store, pattern: str) -> Counter[str]:
    """How often each `?kind` has a `?one`."""
    rows = store.select(
        f"SELECT ?kind (COUNT(?one) AS ?number) WHERE {{ {pattern} }} GROUP BY ?kind"
    )
    return Counter({text_of(row["kind"]): int(text_of(row["number"])) for row in rows})
