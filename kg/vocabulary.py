"""The ontology's terms as Python names, and the IRIs of graphs.

`KG.scoredBy` is the IRI of a term that `ontology/` defines; any other name raises an
AttributeError that suggests the nearest term, so a slip cannot become a triple.
"""

from functools import cache, lru_cache
from typing import Final
from urllib.parse import quote, unquote

import pyoxigraph
from rapidfuzz import fuzz, process
from rdflib import Namespace, URIRef

from kg.paths import ontology_folder

ONTOLOGY: Final = "https://w3id.org/football-kg/ontology#"
SH: Final = Namespace("https://w3id.org/football-kg/shapes#")
STORE: Final = "https://w3id.org/football-kg/store#"  # what stores note for themselves
BASE: Final = "https://w3id.org/football-kg/id/"
FUSED: Final = URIRef(BASE + "g/fused")
# What the names of other graphs than those of single reports end in.
RESERVED: Final = frozenset({"fused", "store", "evidence", "reading", "accepted"})

PREFIXES: Final = {
    "kg": ONTOLOGY,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

LABEL = pyoxigraph.NamedNode(PREFIXES["rdfs"] + "label")


class Vocabulary:
    """The ontology's terms by local name: an attribute is an IRI, `in` tells what is defined."""

    def __getattr__(self, name: str) -> URIRef:
        """The IRI of a term; raises AttributeError, with the nearest term, if none is defined."""
        if name.startswith("__"):  # copy, pickle and doctest look for special methods
            raise AttributeError(name)
        return _iri_of(name)

    def __contains__(self, name: object) -> bool:
        """Whether the ontology defines a term of this local name."""
        return name in terms()

    def __dir__(self) -> list[str]:
        """The local names of all terms, sorted."""
        return sorted(terms())


KG: Final = Vocabulary()


@cache
def terms() -> dict[str, str]:
    """The English label of every term, by the term's local name, sorted by name."""
    found = {}
    for path in sorted(ontology_folder().glob("*.ttl")):
        for quad in pyoxigraph.parse(path=path):
            if quad.predicate == LABEL and quad.subject.value.startswith(ONTOLOGY):
                found[quad.subject.value.removeprefix(ONTOLOGY)] = quad.object.value
    return dict(sorted(found.items()))


def label_of(term: str) -> str:
    """A readable name for the IRI of a term: its label, or the end of the IRI if it is not ours."""
    name = term.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return terms().get(name, name) if term.startswith(ONTOLOGY) else name


def report_iri(report_id: str) -> URIRef:
    """The IRI of a report."""
    return URIRef(f"{BASE}report/{segment(report_id)}")


def report_graph(report_id: str) -> URIRef:
    """The graph of what one report says."""
    return URIRef(f"{BASE}g/{segment(report_id)}")


def evidence_graph(report_id: str) -> URIRef:
    """The graph of why: the claims made from one report and the sentences they stand on."""
    return URIRef(f"{report_graph(report_id)}/evidence")


def reading_graph(report_id: str) -> URIRef:
    """The graph of what a store needs to fuse a report again."""
    return URIRef(f"{report_graph(report_id)}/reading")


def accepted_graph(report_id: str) -> URIRef:
    """The graph of what the fused graph has of a report, kept in stores alone."""
    return URIRef(f"{report_graph(report_id)}/accepted")


@lru_cache(maxsize=4096)
def segment(report_id: str) -> str:
    """A report's id as a part of an IRI: "cup final.txt" is written cup%20final.txt."""
    escaped = "".join(c if c.isalnum() or c in "-._~" else quote(c, safe="") for c in report_id)
    # A report called "fused" has a graph of its own all the same.
    return f"%{ord(escaped[0]):X}{escaped[1:]}" if escaped in RESERVED else escaped


def report_id(segment: str) -> str:
    """The report's id of which `segment` made a part of an IRI."""
    return unquote(segment)


@cache
def _iri_of(name: str) -> URIRef:
    if name not in terms():
        raise AttributeError(f"ontology/ defines no kg:{name}{_suggestion(name)}")
    return URIRef(ONTOLOGY + name)


def _suggestion(name: str) -> str:
    nearest = process.extractOne(name, list(terms()), scorer=fuzz.WRatio, score_cutoff=60)
    return f"; did you mean {nearest[0]}?" if nearest else ""
