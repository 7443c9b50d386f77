"""Why the graph says what it says of a node: the claims about it and their sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from rapidfuzz import process
from rdflib import Dataset

from kg.errors import InputError
from kg.query import as_store
from kg.rdf.terms import text_of
from kg.rdf.turtle import node_key
from kg.store import Store, Term, sparql
from kg.vocabulary import BASE, FUSED, PREFIXES, label_of, report_id

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
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
# Where a node may be found: the fused graph, and for those that only rejected claims speak of, any.
PLACES = (f"GRAPH <{FUSED}>", "GRAPH ?graph")
SUGGESTIONS = 5
NEAR = 70  # of 100: what is less like a name was not meant by it


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

    The node is an IRI, the end of one ("goal-1"), or a name ("Cristian Romero"). What is said of
    the node itself comes first. Raises InputError if no node, or more than one, is meant.
    """
    store = as_store(data)
    meant = find_node(store, node)
    which = f"{{ ?claim rdf:subject {meant} }} UNION {{ ?claim rdf:object {meant} }}"
    return tuple(sorted(claims(store, which), key=lambda e: _sort_key(e, meant.value)))


def claims(store: Store, which: str) -> set[Explanation]:
    """The claims, with each of their sentences, that a graph pattern of SPARQL picks out.

    The pattern stands in a graph of evidence; its variables are those of CLAIMS.
    """
    rows = store.select(PROLOGUE + CLAIMS.replace("WHICH", which))
    names = names_of(store, {row[part] for row in rows for part in ("subject", "object")})
    return {_read_row(names, row) for row in rows}


def find_node(store: Store, name: str) -> ox.NamedNode:
    """The one node whose IRI is this, or ends in it, or whose label it is.

    Raises InputError if there is none, with the nearest, or if there are several.
    """
    for place in PLACES:
        meant = _meant(store, place, name)
        if len(meant) == 1:
            return ox.NamedNode(meant.pop())
        if meant:
            raise InputError(name, f"{len(meant)} nodes end like this", f"give {_listed(meant)}")
    nodes = _nodes(store, f"GRAPH <{FUSED}> {{ ?node rdfs:label ?label }}")
    nearest = process.extractOne(name, sorted(map(_short, nodes)), score_cutoff=NEAR)
    remedy = "give a graph with facts (.trig or .nq)"
    if nodes:
        remedy = f"did you mean {nearest[0]}?" if nearest else "give a name, or the end of an IRI"
    raise InputError(name, "the graph has no such node", remedy)


def _meant(store: Store, place: str, name: str) -> set[str]:
    """The nodes of a place that have this IRI, or else whose IRI ends so or whose label it is."""
    if name.startswith(BASE):
        node = _iri(name)
        own = f"{place} {{ {{ {node} ?p ?o }} UNION {{ ?s ?p {node} }} }}"
        return {name} if store.select(f"SELECT * WHERE {{ {own} }} LIMIT 1") else set()
    end, label = ox.Literal(f"/{name}"), ox.Literal(name.lower())
    ours = f'STRSTARTS(STR(?node), "{BASE}")'
    ending = f"FILTER (isIRI(?node) && {ours} && STRENDS(STR(?node), {end}))"
    return _nodes(store, f"{place} {{ ?node ?p ?o }} {ending}") or _nodes(
        store, f"{place} {{ ?node rdfs:label ?label }} FILTER (LCASE(STR(?label)) = {label})"
    )


def _nodes(store: Store, pattern: str) -> set[str]:
    rows = store.select(f"{PROLOGUE}SELECT DISTINCT ?node WHERE {{ {pattern} }}")
    return {text_of(row["node"]) for row in rows}


def _iri(text: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(text)
    except ValueError:
        raise InputError(text, "this is no IRI", "give the end of one, or a name") from None


def _listed(iris: Iterable[str]) -> str:
    ordered = [_short(iri) for iri in sorted(iris, key=lambda iri: node_key(ox.NamedNode(iri)))]
    more = ", ..." if len(ordered) > SUGGESTIONS else ""
    return " or ".join(ordered[:SUGGESTIONS]) + more


def _short(iri: str) -> str:
    return iri.removeprefix(BASE)


def names_of(store: Store, terms: Iterable[Term]) -> dict[str, str]:
    """What nodes are called, by IRI: in the fused graph, or else where only a report names them."""
    unnamed = {term for term in terms if isinstance(term, ox.NamedNode)}
    names: dict[str, str] = {}
    for place in PLACES:
        if unnamed:
            rows = store.select(
                f"{PROLOGUE}SELECT DISTINCT ?node ?label WHERE {{ "
                f"VALUES ?node {{ {sparql.of_any(unnamed)} }} "
                f"{place} {{ ?node rdfs:label ?label }} }} ORDER BY DESC(?label)"
            )
            names |= {text_of(row["node"]): text_of(row["label"]) for row in rows}
        unnamed = {node for node in unnamed if node.value not in names}
    return names


def _read_row(names: Mapping[str, str], row: Mapping[str, Term]) -> Explanation:
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
        report=report_id(_short(text["source"]).removeprefix("report/")),
        sentence=text["sentence"],
        start=int(text["start"]),
        end=int(text["end"]),
    )


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
