"""The claims about a node, each with the sentences it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import Dataset

from kg.explain.nodes import PROLOGUE, find_node, names_of, short
from kg.query import as_store
from kg.rdf.terms import text_of
from kg.rdf.turtle import node_key
from kg.store import Store, Term
from kg.vocabulary import label_of, report_id

CLAIMS = """
SELECT ?subject ?predicate ?object ?confidence ?status ?reason ?source ?sentence ?start ?end
WHERE {
  GRAPH ?evidence {
    WHICH
    ?claim a kg:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
      kg:confidence ?confidence ; kg:claimStatus ?status ; prov:wasDerivedFrom ?mention .
    OPTIONAL { ?claim kg:reason ?reason }
    ?mention oa:hasSource ?source ; oa:hasSelector/oa:exact ?sentence ;
      oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end .
  }
}"""


@dataclass(frozen=True)
class Explanation:
    """One claim and one sentence it stands on.

    `node` is the IRI the claim is about, `label` its name; `target` is the IRI of the value where
    that is a node; `start` and `end` are offsets into the report's text, in characters, end
    exclusive; `reason` is None for an accepted claim.
    """

    node: str
    label: str
    property: str
    value: str
    target: str | None
    confidence: float
    status: str
    reason: str | None
    report: str
    sentence: str
    start: int
    end: int


def explain(data: Dataset | Store, node: str) -> tuple[Explanation, ...]:
    """What is claimed of a node, and what is claimed of others that names it.

    The node is an IRI, the end of one ("goal-1"), or a name ("Marco Rovani"). What is said of
    the node itself comes first. Raises InputError if no node, or more than one, is meant.
    """
    store = as_store(data)
    meant = find_node(store, node)
    which = f"{{ ?claim rdf:subject {meant} }} UNION {{ ?claim rdf:object {meant} }}"
    return tuple(sorted(claims(store, which), key=lambda e: place(e, meant.value)))


def claims(store: Store, which: str) -> set[Explanation]:
    """The claims, with each of their sentences, that a graph pattern of SPARQL picks out.

    The pattern stands in a graph of evidence; its variables are those of CLAIMS.
    """
    rows = store.select(PROLOGUE + CLAIMS.replace("WHICH", which))
    names = names_of(store, {row[part] for row in rows for part in ("subject", "object")})
    return {to_explanation(names, row) for row in rows}


def to_explanation(names: Mapping[str, str], row: Mapping[str, Term]) -> Explanation:
    """A row of the answer to CLAIMS, with the names of its nodes."""

    def name(term: Term) -> str:
        text = text_of(term)
        return text if isinstance(term, ox.Literal) else names.get(text) or label_of(text)

    text = {column: text_of(term) for column, term in row.items()}
    return Explanation(
        node=text["subject"],
        label=name(row["subject"]),
        property=label_of(text["predicate"]),
        value=name(row["object"]),
        target=None if isinstance(row["object"], ox.Literal) else text["object"],
        confidence=float(text["confidence"]),
        status=text["status"],
        reason=text.get("reason"),
        report=report_id(short(text["source"]).removeprefix("report/")),
        sentence=text["sentence"],
        start=int(text["start"]),
        end=int(text["end"]),
    )


def place(explanation: Explanation, meant: str) -> tuple[object, ...]:
    """The place of an explanation among others: what is said of the node that is meant first."""
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
