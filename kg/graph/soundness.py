"""Which statements break a shape, and so are not believed: told before they come into the graph.

Each match is checked by itself, with all that its reports have accepted of it: so what is kept out
never depends on which other matches there are. Of the statements that a shape finds at odds goes
the one without which least is wrong, or else the least supported, until the match is sound.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import SH as SHACL

from kg.graph.building import Said, best_label, nodes_of, whole_key
from kg.graph.claims import to_triple
from kg.graph.nodes import Node
from kg.graph.screening import may_break
from kg.graph.statements import Statement, text
from kg.rdf.terms import to_ox
from kg.validate import Violation, data_shapes, findings
from kg.vocabulary import BASE, KG, ONTOLOGY, PREFIXES

MATCH = re.compile(re.escape(f"{BASE}match/") + r"[^/]+")
TERM = re.compile(r"kg:(\w+)")
TYPE, LABEL = ox.NamedNode(f"{PREFIXES['rdf']}type"), ox.NamedNode(f"{PREFIXES['rdfs']}label")

# An assist is read from how two sentences hang together, and goes before what is told outright:
# "Ruud parried. Bellini pounced" of the keeper of the other side.
FIRST_TO_GO = frozenset({"assistedBy"})

Nodes = Mapping[str, Sequence[Node]]


def unsound(accepted: Sequence[Statement], nodes: Nodes) -> frozenset[Said]:
    """What has to go of the accepted statements of some reports, so that no shape is broken.

    Args:
        accepted: the statements that the reports have accepted.
        nodes: the classes and names that they give to each node, by IRI.
    """
    # Together first, since that takes one check: what is sound together is sound apart.
    triples = to_triples(accepted, nodes)
    at_odds = {found.node for found, _ in broken(triples)} if may_break(triples) else set()
    if not at_odds:
        return frozenset()
    places: dict[str, list[Statement]] = defaultdict(list)
    for statement in accepted:
        places[place(statement)].append(statement)
    return frozenset(
        said
        for _, those in sorted(places.items())
        if any(at_odds & {s.subject, text(s.value)} for s in those)
        for said in mend(those, nodes)
    )


def place(statement: Statement) -> str:
    """What a statement is checked with: the match it is about or holds in, or else its subject."""
    match = MATCH.match(statement.subject)
    return match[0] if match else statement.within or statement.subject


def mend(statements: Sequence[Statement], nodes: Nodes) -> frozenset[Said]:
    """What has to go of the statements of one match."""
    gone: set[Said] = set()
    left = list(statements)
    while found := broken(to_triples(left, nodes)):
        for finding in found:
            if cures := at_fault(*finding, left):
                break
        else:
            break  # what is wrong is nothing that a report says
        # The one without which least is wrong; of several, the first.
        cure = min(cures, key=lambda said: len(broken(to_triples(without(left, said), nodes))))
        gone.add(cure)
        left = without(left, cure)
    return frozenset(gone)


def without(statements: Iterable[Statement], said: Said) -> list[Statement]:
    """The statements that say something else."""
    return [s for s in statements if whole_key(s) != said]


def at_fault(violation: Violation, value: str, statements: Sequence[Statement]) -> list[Said]:
    """The statements of which a shape says that they cannot all be true, the least supported first.

    They are those of the property that the shape is about, or of all that its question names; of
    what has to be told and is not, everything that is said of the node. Those that name the value
    at fault come before the rest.
    """
    support: Counter[Said] = Counter()
    for statement in statements:
        support[whole_key(statement)] += round(statement.confidence * 1000)
    asked = terms_asked(violation.shape) | {violation.path.removeprefix(ONTOLOGY)}
    meant = {violation.node, value}
    named = [s for s in support if s[1] in asked and meant & {s[0], text(s[3])}]
    of_node = [s for s in support if s[0] == violation.node]
    return sorted(
        named or of_node,
        key=lambda s: (
            value not in (s[0], text(s[3])),
            s[1] not in FIRST_TO_GO,
            support[s],
            s[:3],
            text(s[3]),
        ),
    )


@cache
def terms_asked(shape: str) -> frozenset[str]:
    """The properties that the question of a shape names."""
    shapes = data_shapes()
    questions = shapes.objects(shapes.value(URIRef(shape), SHACL.sparql), SHACL.select)
    return frozenset(term for question in questions for term in TERM.findall(str(question)))


def broken(triples: Iterable[ox.Triple]) -> list[tuple[Violation, str]]:
    """What the shapes find wrong with some triples, in a stable order."""
    return [found for found in findings(triples) if found[0].severity == "violation"]


def to_triples(statements: Iterable[Statement], nodes: Nodes) -> set[ox.Triple]:
    """Statements as triples, with the classes and names of the nodes they speak of."""
    triples: set[ox.Triple] = set()
    used: set[str] = set()
    for statement in statements:
        subject, term, value = to_triple(statement)
        triples.add(ox.Triple(ox.NamedNode(subject), ox.NamedNode(term), to_ox(value)))
        used |= set(nodes_of(statement))
    for iri in used & nodes.keys():
        node = ox.NamedNode(iri)
        triples.add(ox.Triple(node, LABEL, ox.Literal(best_label(nodes[iri]))))
        classes = {name for one in nodes[iri] for name in one.classes}
        triples |= {ox.Triple(node, TYPE, ox.NamedNode(getattr(KG, name))) for name in classes}
        for name, target in {link for one in nodes[iri] for link in one.links}:
            to = ox.NamedNode(target.value)
            triples.add(ox.Triple(node, ox.NamedNode(getattr(KG, name)), to))
    return triples
