"""Why the graph says what it says of a node: the claims about it and their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox
from rapidfuzz import process
from rdflib import Dataset

from kg.errors import InputError
from kg.terms import text_of, to_store
from kg.turtle import node_key
from kg.vocabulary import BASE, FUSED, PREFIXES, label_of, report_id

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
CLAIMS = """
SELECT ?node ?subject ?predicate ?object ?confidence ?status ?reason ?source ?sentence ?start ?end
WHERE {
  GRAPH ?evidence {
    { ?claim rdf:subject ?node } UNION { ?claim rdf:object ?node }
    ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
      kg:confidence ?confidence ; kg:claimStatus ?status ; prov:wasDerivedFrom ?mention .
    OPTIONAL { ?claim kg:reason ?reason }
    ?mention oa:hasSource ?source ; oa:hasSelector/oa:exact ?sentence ;
      oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end .
  }
}"""
LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
SUGGESTIONS = 5


@dataclass(frozen=True)
class Explanation:
    """One claim and one sentence it stands on.

    `node` is the IRI the claim is about, `label` its name; `start` and `end` are offsets into the
    report's text, in characters, end exclusive; `reason` is None for an accepted claim.
    """

    node: str
    label: str
    property: str
    value: str
    confidence: float
    status: str
    reason: str | None
    report: str
    sentence: str
    start: int
    end: int


def explain(dataset: Dataset, node: str) -> tuple[Explanation, ...]:
    """What is claimed of a node, and what is claimed of others that names it.

    The node is an IRI, the end of one ("goal-1"), or a name ("Cristian Romero"). What is said of
    the node itself comes first. Raises InputError if no node, or more than one, is meant.
    """
    store = to_store(dataset)
    meant = find_node(store, node)
    rows = store.query(PROLOGUE + CLAIMS, substitutions={ox.Variable("node"): meant})
    found = {_read_row(store, row) for row in cast("ox.QuerySolutions", rows)}
    return tuple(sorted(found, key=lambda e: _sort_key(e, meant.value)))


def find_node(store: ox.Store, name: str) -> ox.NamedNode:
    """The one node whose IRI is this, or ends in it, or whose label it is.

    Raises InputError if there is none, with the nearest, or if there are several.
    """
    nodes = {
        term.value
        for quad in store
        for term in (quad.subject, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(BASE)
    }
    if name in nodes:
        return ox.NamedNode(name)
    meant = {iri for iri in nodes if iri.endswith(f"/{name}")} or {
        text_of(quad.subject)
        for quad in store.quads_for_pattern(None, LABEL, None)
        if text_of(quad.object).casefold() == name.casefold()
    }
    if len(meant) == 1:
        return ox.NamedNode(meant.pop())
    if meant:
        raise InputError(name, f"{len(meant)} nodes end like this", f"give {_listed(meant)}")
    nearest = [match[0] for match in process.extract(name, sorted(map(_short, nodes)), limit=1)]
    remedy = f"did you mean {nearest[0]}?" if nearest else "give a graph with facts (.trig or .nq)"
    raise InputError(name, "the graph has no such node", remedy)


def _listed(iris: Iterable[str]) -> str:
    ordered = [_short(iri) for iri in sorted(iris, key=lambda iri: node_key(ox.NamedNode(iri)))]
    more = ", ..." if len(ordered) > SUGGESTIONS else ""
    return " or ".join(ordered[:SUGGESTIONS]) + more


def _short(iri: str) -> str:
    return iri.removeprefix(BASE)


def _read_row(store: ox.Store, row: ox.QuerySolution) -> Explanation:
    return Explanation(
        node=row["subject"].value,
        label=_name(store, row["subject"]),
        property=label_of(row["predicate"].value),
        value=_name(store, row["object"]),
        confidence=float(row["confidence"].value),
        status=row["status"].value,
        reason=row["reason"].value if row["reason"] is not None else None,
        report=report_id(_short(row["source"].value).removeprefix("report/")),
        sentence=row["sentence"].value,
        start=int(row["start"].value),
        end=int(row["end"].value),
    )


def _name(store: ox.Store, term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    for graph in (ox.NamedNode(FUSED), None):  # a rejected node has a name in its report alone
        labels = sorted(
            text_of(q.object) for q in store.quads_for_pattern(term, LABEL, None, graph)
        )
        if labels:
            return labels[0]
    return label_of(term.value)


def _sort_key(explanation: Explanation, meant: str) -> tuple[object, ...]:
    return (
        explanation.node != meant,
        node_key(ox.NamedNode(explanation.node)),
        explanation.property,
        explanation.status,
        explanation.value,
        explanation.report,
        explanation.start,
        explanation.end,
        explanation.confidence,
    )
