"""The page of a report: its sentences as they follow in the text, and what was read out of each."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.explain import PROLOGUE, claims
from kg.rdf.terms import text_of
from kg.serve.facts import Said, by_sentence
from kg.serve.messages import Refusal
from kg.store import Store
from kg.vocabulary import report_graph, report_id

ABOUT = """
SELECT ?name ?day WHERE { GRAPH ?evidence {
  REPORT a kg:Report ; rdfs:label ?name . OPTIONAL { REPORT kg:reportDate ?day }
} }"""
MATCHES = """
SELECT DISTINCT ?match ?name WHERE { GRAPH SAID { ?match a kg:Match ; rdfs:label ?name } }
ORDER BY ?match"""
ALL = """
SELECT DISTINCT ?report ?name ?day WHERE { GRAPH ?evidence {
  ?report a kg:Report ; rdfs:label ?name . OPTIONAL { ?report kg:reportDate ?day }
} } ORDER BY DESC(?day) ?name"""


@dataclass(frozen=True)
class Link:
    """Another page: the IRI of its node, its name, and a day ("" for none)."""

    node: str
    name: str
    day: str = ""


@dataclass(frozen=True)
class ReportPage:
    """All that a page shows."""

    name: str
    day: str
    matches: tuple[Link, ...]
    sentences: tuple[Said, ...]


def read_report(store: Store, iri: str) -> ReportPage:
    """What the page of a report shows.

    Raises:
        Refusal: there is no such report.
    """
    node = str(ox.NamedNode(iri))
    about = store.select(PROLOGUE + ABOUT.replace("REPORT", node))
    if not about:
        raise Refusal(404, f"there is no report {iri}")
    said = str(ox.NamedNode(report_graph(report_id(iri.rsplit("/", 1)[-1]))))
    matches = store.select(PROLOGUE + MATCHES.replace("SAID", said))
    found = claims(store, f"?mention oa:hasSource {node} . ?claim prov:wasDerivedFrom ?mention .")
    return ReportPage(
        text_of(about[0]["name"]),
        text_of(about[0]["day"]) if "day" in about[0] else "",
        tuple(Link(text_of(row["match"]), text_of(row["name"])) for row in matches),
        by_sentence(found),
    )


def all_reports(store: Store) -> tuple[Link, ...]:
    """All reports, the latest first."""
    return tuple(
        Link(
            text_of(row["report"]),
            text_of(row["name"]),
            text_of(row["day"]) if "day" in row else "",
        )
        for row in store.select(PROLOGUE + ALL)
    )
