"""JSON-LD with a context: the fused graph as plain JSON that web tools can read."""

import json
from collections.abc import Callable, Iterable
from itertools import groupby

import pyoxigraph as ox

from kg.rdf.terms import text_of
from kg.rdf.turtle import TYPE, in_order
from kg.vocabulary import BASE, ONTOLOGY, PREFIXES

LABELS = {PREFIXES["rdfs"] + "label": "label", PREFIXES["skos"] + "altLabel": "altLabel"}
NATIVE: dict[str, Callable[[str], int | bool]] = {
    PREFIXES["xsd"] + "integer": int,
    PREFIXES["xsd"] + "boolean": lambda text: text == "true",
}
STRING = PREFIXES["xsd"] + "string"
CONTEXT = {
    "@base": BASE,
    "@vocab": ONTOLOGY,
    **PREFIXES,
    **{name: {"@id": iri} for iri, name in LABELS.items()},
}


def to_json_ld(triples: Iterable[ox.Triple]) -> str:
    """The triples as one JSON-LD document, nodes and properties in canonical order."""
    of_node = groupby(in_order(triples), lambda t: t.subject)
    nodes = [_node(subject, list(group)) for subject, group in of_node]
    document = {"@context": CONTEXT, "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _node(
    subject: ox.NamedNode | ox.BlankNode | ox.Triple, triples: list[ox.Triple]
) -> dict[str, object]:
    node: dict[str, object] = {"@id": _id(subject)}
    for predicate, group in groupby(triples, lambda t: t.predicate):
        if predicate.value == TYPE:
            values: list[object] = [text_of(t.object).removeprefix(ONTOLOGY) for t in group]
            name = "@type"
        else:
            values = [_value(t.object) for t in group]
            name = LABELS.get(predicate.value, predicate.value.removeprefix(ONTOLOGY))
        node[name] = values[0] if len(values) == 1 else values
    return node


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> object:
    if not isinstance(term, ox.Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == STRING:
        return term.value
    native = NATIVE.get(datatype)
    # A number that JSON would write differently ("007") keeps its own form.
    if native and json.dumps(native(term.value)) == term.value:
        return native(term.value)
    return {"@value": term.value, "@type": datatype}


def _id(term: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.BlankNode) else text_of(term)
