"""The facts of the fused graph about some nodes, each with the claims that it stands on."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from kg.explain import ACCEPTED, Explanation, agreed, claims, names_of
from kg.query import IN_FUSED
from kg.rdf.terms import text_of
from kg.rdf.turtle import in_order
from kg.store import Store, sparql, to_triples
from kg.vocabulary import PREFIXES, label_of

TYPE, LABEL, OTHER_NAME = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label", "altLabel"


@dataclass(frozen=True)
class Said:
    """A sentence of a report, where it stands (characters, end exclusive), and claims on it."""

    report: str
    start: int
    end: int
    text: str
    claims: tuple[Explanation, ...]


@dataclass(frozen=True)
class Fact:
    """A statement of the fused graph; `target` is the IRI of its value where that is a node."""

    relation: str
    value: str
    target: str | None
    claims: tuple[Explanation, ...]

    @property
    def confidence(self) -> float | None:
        """How far to trust it, by the reports that tell it; None where there is no evidence."""
        return agreed(self.claims)

    @property
    def said(self) -> tuple[Said, ...]:
        """The sentences it stands on."""
        return by_sentence(self.claims)


@dataclass(frozen=True)
class Told:
    """What is told of a node: what it is, its names, the label first, and its facts."""

    kinds: tuple[str, ...]
    names: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def said(self) -> tuple[Said, ...]:
        """The sentences the facts stand on, each with what it says."""
        return by_sentence(claim for fact in self.facts for claim in fact.claims)


def by_sentence(claims_: Iterable[Explanation]) -> tuple[Said, ...]:
    """Claims by the sentence they stand on: by report, as they follow in its text."""
    ordered = sorted(claims_, key=_place)
    return tuple(
        Said(*place, text=of_one[0].sentence, claims=tuple(of_one))
        for place, group in groupby(ordered, key=lambda c: (c.report, c.start, c.end))
        for of_one in [list(group)]
    )


def triples_of(store: Store, nodes: Iterable[str]) -> list[ox.Triple]:
    """What the fused graph says of some nodes, in the order of a document."""
    which = sparql.of_any(ox.NamedNode(node) for node in nodes)
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {which} }} ?s ?p ?o }}"
    return in_order(to_triples(store.ask(query, IN_FUSED)))


def told_of(store: Store, nodes: Collection[str]) -> dict[str, Told]:
    """What is told of each of some nodes; one of which nothing is told is left out."""
    which = sparql.of_any(ox.NamedNode(node) for node in nodes)
    found = claims(store, f"VALUES ?node {{ {which} }} ?claim rdf:subject ?node .")
    triples = triples_of(store, nodes)
    names = names_of(store, (triple.object for triple in triples))
    of_node = {
        text_of(subject): list(group) for subject, group in groupby(triples, lambda t: t.subject)
    }
    told = {}
    for node in nodes:
        own = tuple(sorted((c for c in found if c.node == node), key=_place))
        if own or node in of_node:
            told[node] = _told(of_node.get(node, []), own, names)
    return told


def _place(claim: Explanation) -> tuple[object, ...]:
    """The order of claims: by report, as they stand there."""
    return claim.report, claim.start, claim.end, claim.node, claim.property, claim.value


def _told(
    triples: Iterable[ox.Triple], own: tuple[Explanation, ...], names: dict[str, str]
) -> Told:
    kinds: list[str] = []
    labels: list[str] = []
    facts: list[Fact] = []
    for triple in triples:
        text = text_of(triple.object)
        if triple.predicate.value == TYPE:
            kinds.append(label_of(text))
        elif triple.predicate.value == LABEL:
            labels.insert(0, text)
        elif triple.predicate.value.endswith(OTHER_NAME):
            labels.append(text)
        else:
            facts.append(_fact(triple, own, names))
    return Told(tuple(kinds), tuple(labels), tuple(facts))


def _fact(triple: ox.Triple, own: tuple[Explanation, ...], names: dict[str, str]) -> Fact:
    relation, text = label_of(triple.predicate.value), text_of(triple.object)
    target = text if isinstance(triple.object, ox.NamedNode) else None
    value = names.get(text) or label_of(text) if target else text
    ours = (c for c in own if c.status == ACCEPTED and c.property == relation)
    return Fact(relation, value, target, tuple(c for c in ours if (c.target or c.value) == text))
