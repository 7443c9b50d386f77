"""Why the graph says so: each statement as a claim with its sentences, its report and its run."""

import hashlib
from functools import lru_cache

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, RDFS, XSD

from kg import __version__
from kg.facts.base import OUTVOTED, Evidence
from kg.graph.nodes import Iri
from kg.graph.statements import Statement, Value
from kg.report import Report
from kg.vocabulary import BASE, KG, PREFIXES, report_iri

OA = Namespace(PREFIXES["oa"])
REMEMBERED = 4096  # nodes and values: more than the reports of a match have


def to_triple(statement: Statement) -> tuple[URIRef, URIRef, URIRef | Literal]:
    """A statement as an RDF triple."""
    return node(statement.subject), getattr(KG, statement.term), to_term(statement.value)


@lru_cache(REMEMBERED)
def node(iri: str) -> URIRef:
    """A node by its IRI."""
    return URIRef(iri)


@lru_cache(REMEMBERED, typed=True)
def to_term(value: Iri | Value) -> URIRef | Literal:
    """A value as an RDF term."""
    if isinstance(value, Iri):
        return URIRef(value.value)
    return Literal(value)


def run_iri() -> URIRef:
    """The IRI of the extraction run: the version of the reader, since equal versions read alike."""
    return URIRef(f"{BASE}run/{__version__}")


def note_report(graph: Graph, report: Report) -> None:
    """Note a report and the run that read it."""
    iri = report_iri(report.id)
    graph.add((iri, RDF.type, KG.Report))
    graph.add((iri, RDFS.label, Literal(report.id)))
    if report.date:
        graph.add((iri, KG.reportDate, Literal(report.date)))
    graph.add((run_iri(), RDF.type, KG.ExtractionRun))
    graph.add((run_iri(), RDFS.label, Literal(f"football-kg {__version__}")))
    graph.add((run_iri(), PROV.used, iri))


def note_claim(graph: Graph, statement: Statement, *, accepted: bool) -> None:
    """Note a statement as a claim with its sentences; equal claims are one node."""
    subject, predicate, value = to_triple(statement)
    digest = hashlib.sha256(
        "\n".join((statement.report, str(subject), str(predicate), value.n3())).encode()
    ).hexdigest()[:16]
    claim = URIRef(f"{BASE}claim/{digest}")
    graph.add((claim, RDF.type, KG.Claim))
    graph.add((claim, RDF.subject, subject))
    graph.add((claim, RDF.predicate, predicate))
    graph.add((claim, RDF.object, value))
    before = graph.value(claim, KG.confidence)
    confidence = max(statement.confidence, float(str(before)) if before is not None else 0.0)
    decimal = f"{confidence:.2f}".rstrip("0").ljust(3, "0")
    graph.set((claim, KG.confidence, Literal(decimal, datatype=XSD.decimal)))
    status = "rejected" if statement.reason else "accepted" if accepted else "disputed"
    told = [(status, statement.reason or OUTVOTED)]
    if earlier := graph.value(claim, KG.claimStatus):  # said twice, the best of both holds
        told.append((str(earlier), str(graph.value(claim, KG.reason) or "")))
    status, reason = min(told)
    graph.set((claim, KG.claimStatus, Literal(status)))
    graph.remove((claim, KG.reason, None))
    if status != "accepted":
        graph.add((claim, KG.reason, Literal(reason)))
    for evidence in statement.evidence:
        graph.add((claim, PROV.wasDerivedFrom, note_mention(graph, evidence)))


def note_mention(graph: Graph, evidence: Evidence) -> URIRef:
    """Note a sentence: where it stands in the text as read, and what it says there."""
    source = report_iri(evidence.report)
    span = f"{evidence.start},{evidence.end}"
    mention = URIRef(f"{source}#char={span}")
    selector = URIRef(f"{source}#quote={span}")
    graph.add((mention, RDF.type, KG.Mention))
    graph.add((mention, OA.hasSource, source))
    graph.add((mention, OA.hasSelector, selector))
    graph.add((selector, RDF.type, OA.TextPositionSelector))
    graph.add((selector, RDF.type, OA.TextQuoteSelector))
    graph.add((selector, OA.start, Literal(evidence.start)))
    graph.add((selector, OA.end, Literal(evidence.end)))
    graph.add((selector, OA.exact, Literal(evidence.quote)))
    return mention
