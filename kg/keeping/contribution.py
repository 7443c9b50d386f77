"""What the fused graph has of each report, and how it is put together from that.

A report contributes what is accepted of its statements, and the classes and names it gives to the
nodes they speak of, but for the label of an event or a match whose minute or score it has wrong.
The fused graph holds all contributions; of the names of a node the fullest is its label, and the
rest are its other names. So a report can come and go, and only what it contributes needs to be
looked at.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph.building import fullest, is_a_name
from kg.graph.statements import IN_LABEL
from kg.vocabulary import KG, PREFIXES

RDF, RDFS, SKOS = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["skos"]
TYPE = ox.NamedNode(f"{RDF}type")
LABEL = ox.NamedNode(f"{RDFS}label")
OTHER_NAME = ox.NamedNode(f"{SKOS}altLabel")
NAMING = frozenset({LABEL, OTHER_NAME})
LINKING = frozenset(ox.NamedNode(str(term)) for term in (KG.member, KG.memberOf))
DESCRIBING = NAMING | LINKING | {TYPE}
LABELLED = frozenset(ox.NamedNode(str(getattr(KG, term))) for term in IN_LABEL)
SUBJECT, PREDICATE, OBJECT = (
    ox.NamedNode(f"{RDF}{part}") for part in ("subject", "predicate", "object")
)
STATUS = ox.NamedNode(str(KG.claimStatus))
ACCEPTED, DISPUTED = ox.Literal("accepted"), ox.Literal("disputed")

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Triples = frozenset[ox.Triple]
Lookup = Callable[[Iterable[ox.Triple]], Triples]


def contribution(says: Iterable[ox.Triple], evidence: Iterable[ox.Triple]) -> Triples:
    """What a report contributes, from its graph and the graph of its claims."""
    claims: dict[object, dict[object, object]] = {}
    for triple in evidence:
        if triple.predicate in (SUBJECT, PREDICATE, OBJECT, STATUS):
            claims.setdefault(triple.subject, {})[triple.predicate] = triple.object
    accepted = {
        (claim[SUBJECT], claim[PREDICATE], claim[OBJECT])
        for claim in claims.values()
        if claim.get(STATUS) == ACCEPTED
    }
    nodes = {node for subject, _, value in accepted for node in (subject, value)}
    labelled = [claim for claim in claims.values() if claim.get(PREDICATE) in LABELLED]
    right = {claim[SUBJECT] for claim in labelled if claim.get(STATUS) == ACCEPTED}
    disputed = {claim[SUBJECT] for claim in labelled if claim.get(STATUS) == DISPUTED}
    mistaken = disputed - right
    return frozenset(
        triple
        for triple in says
        if (triple.subject in nodes and triple.predicate in DESCRIBING)
        or (triple.subject, triple.predicate, triple.object) in accepted
        if not (triple.predicate == LABEL and triple.subject in mistaken)
    )


@dataclass(frozen=True)
class Difference:
    """What a step changes in the fused graph."""

    gone: Triples
    come: Triples


def difference(before: Triples, after: Triples, named: Lookup, held: Lookup) -> Difference:
    """What the fused graph loses and gains when some reports contribute otherwise than before.

    Args:
        before: what these reports contributed together.
        after: what they contribute now.
        named: gives the names that the fused graph has for the subjects of some triples.
        held: gives those of some triples that other reports contribute.
    """
    lost = {t for t in before - after if t.predicate not in NAMING}
    come = {t for t in after - before if t.predicate not in NAMING}
    gone = lost - held(lost)
    names = {t for t in before ^ after if t.predicate in NAMING}
    now = named(names)
    wanted = one_label_each(
        held(either_way(now)) | {t for t in after if t.subject in {n.subject for n in names}}
    )
    return Difference(frozenset(gone | (now - wanted)), frozenset(come | (wanted - now)))


def either_way(names: Iterable[ox.Triple]) -> Triples:
    """Names as reports may give them: as the label of a node, and as another name."""
    return frozenset(ox.Triple(t.subject, as_, t.object) for t in names for as_ in NAMING)


def one_label_each(triples: Iterable[ox.Triple]) -> Triples:
    """The names among some triples, so that each node has one label, the fullest, and others."""
    labels: dict[Subject, set[str]] = {}
    names: dict[Subject, set[str]] = {}
    for triple in triples:
        if triple.predicate in NAMING and isinstance(triple.object, ox.Literal):
            names.setdefault(triple.subject, set()).add(triple.object.value)
            if triple.predicate == LABEL:
                labels.setdefault(triple.subject, set()).add(triple.object.value)
    found = set()
    for node, told in names.items():
        label = fullest(labels.get(node) or told)
        found.add(ox.Triple(node, LABEL, ox.Literal(label)))
        if isinstance(node, ox.NamedNode) and is_a_name(node.value):
            others = told - {label}
            found |= {ox.Triple(node, OTHER_NAME, ox.Literal(name)) for name in others}
    return frozenset(found)
