"""Facts to RDF: the graph of each report, why it says so, and the fused graph of all of them.

Three layers: `g/REPORT` what one report says, `g/REPORT/evidence` the claims with their sentences,
`g/fused` each accepted statement once. Of statements that exclude each other the fused graph holds
the one with most support; the others stay as claims with status "disputed".
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rdflib import Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, SKOS

from kg.facts.base import BREAKS_A_SHAPE
from kg.fuse import Fusion
from kg.graph.claims import note_claim, note_report, to_triple
from kg.graph.confidence import trust
from kg.graph.nodes import Iri, Node, Nodes
from kg.graph.statements import IN_LABEL, Statement, Value, state, state_rejected
from kg.graph.support import Verdict, decide
from kg.vocabulary import BASE, FUSED, KG, PREFIXES, evidence_graph, report_graph

# The kinds of nodes that have names, and not just a description.
NAMED = frozenset(
    {"player", "team", "manager", "official", "venue", "city", "competition", "membership"}
)

Said = tuple[str, str, str, Iri | Value]
Check = Callable[[Sequence[Statement], Mapping[str, Sequence[Node]]], Collection[Said]]


def build_graph(
    fusion: Fusion, *, measured: bool = True, check: Check | None = None, why: bool = True
) -> Dataset:
    """The dataset of a fusion, all three layers; equal readings give equal datasets.

    Confidences are `measured`, or else what the readings give: see `kg.graph.confidence`. What
    `check` finds to break a shape is told in the graph of its report, rejected in its evidence, and
    not in the fused graph. Without `why`, the dataset has the fused graph alone.
    """
    nodes = Nodes(fusion)
    told = state(fusion, nodes)
    if measured:
        told = [replace(s, confidence=trust(s.kind, s.term, s.confidence)) for s in told]
    verdict = decide(told, fusion.readings)
    noted = nodes.noted
    if check:
        told = fallen(told, check([s for s in told if verdict.accepts(s)], noted))
    rejected = state_rejected(fusion, nodes)  # names them too, and so comes before `describe`
    dataset = Dataset()
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, Namespace(namespace))
    fused = dataset.graph(FUSED)
    for statement in filter(verdict.accepts, told):
        fused.add(to_triple(statement))
    describe(fused, nodes_used(filter(verdict.accepts, told)), believed(told, verdict, noted))
    for reading in fusion.readings if why else ():
        name = reading.report.id
        own = {iri: [n for n in those if n.report == name] for iri, those in noted.items()}
        report = dataset.graph(report_graph(name))
        evidence = dataset.graph(evidence_graph(name))
        note_report(evidence, reading.report)
        for statement in told:
            if statement.report == name:
                report.add(to_triple(statement))
                note_claim(evidence, statement, accepted=verdict.accepts(statement))
        used = nodes_used(s for s in told if s.report == name)
        describe(report, used, {iri: those for iri, those in own.items() if those})
        for statement in rejected[name]:
            note_claim(evidence, statement, accepted=False)
        label_others(evidence, rejected[name], report, own)
    return dataset


def believed(
    told: Sequence[Statement], verdict: Verdict, noted: Mapping[str, Sequence[Node]]
) -> dict[str, list[Node]]:
    """What the fused graph has of each node: what the reports do that it believes about it.

    A report that says of a node nothing to be believed does not name it either; one that is wrong
    about its minute or its score does not call it "Bellini 13'" or "Hallvik 2-1 Brevik".
    """
    accepted = [s for s in told if verdict.accepts(s)]
    told_of = {(s.report, node) for s in accepted for node in nodes_of(s)}
    labelled = [s for s in told if s.term in IN_LABEL and not s.reason]
    right = {(s.report, s.subject) for s in labelled if verdict.accepts(s)}
    mistaken = {(s.report, s.subject) for s in labelled} - right
    return {
        iri: [
            replace(node, label="") if (node.report, iri) in mistaken else node
            for node in nodes
            if (node.report, iri) in told_of
        ]
        for iri, nodes in noted.items()
    }


def whole_key(statement: Statement) -> Said:
    """What a statement says, whichever report says it, and in which match."""
    return statement.subject, statement.term, statement.within, statement.value


def nodes_of(statement: Statement) -> Iterator[str]:
    """The nodes that a statement speaks of."""
    yield statement.subject
    if isinstance(statement.value, Iri):
        yield statement.value.value


def nodes_used(statements: Iterable[Statement]) -> frozenset[str]:
    """All nodes that some statements speak of."""
    return frozenset(node for statement in statements for node in nodes_of(statement))


def fallen(told: Sequence[Statement], broken: Collection[Said]) -> list[Statement]:
    """The statements with a reason for those that break a shape, and those that fall with them."""
    lost = {(s.contest, s.stake) for s in told if s.contest and whole_key(s) in broken}
    return [
        replace(s, reason=BREAKS_A_SHAPE)
        if whole_key(s) in broken or (s.contest, s.stake) in lost
        else s
        for s in told
    ]


def describe(graph: Graph, used: frozenset[str], nodes: dict[str, list[Node]]) -> None:
    """Give every node that a graph speaks of its classes, one label, and its other names."""
    for iri in sorted(used & {iri for iri, noted in nodes.items() if noted}):
        noted = nodes[iri]
        subject = URIRef(iri)
        for name in sorted({c for node in noted for c in node.classes}):
            graph.add((subject, RDF.type, getattr(KG, name)))
        for term, target in sorted({(t, n.value) for node in noted for t, n in node.links}):
            graph.add((subject, getattr(KG, term), URIRef(target)))
        label = best_label(noted)
        graph.add((subject, RDFS.label, Literal(label)))
        for other in sorted({n for node in noted for n in (node.label, *node.others)} - {label}):
            if other and is_a_name(iri):
                graph.add((subject, SKOS.altLabel, Literal(other)))


def label_others(
    graph: Graph, rejected: Iterable[Statement], report: Graph, nodes: dict[str, list[Node]]
) -> None:
    """Give a name to whom only rejected statements of a report name."""
    for value in sorted({s.value.value for s in rejected if isinstance(s.value, Iri)}):
        node = URIRef(value)
        if (node, RDFS.label, None) not in report:
            graph.add((node, RDFS.label, Literal(best_label(nodes[value]))))


def best_label(noted: Iterable[Node]) -> str:
    """The fullest name a node has."""
    return fullest(node.label for node in noted)


def fullest(names: Iterable[str]) -> str:
    """The fullest of some names: the one of most words, then of most letters."""
    return max(names, key=lambda name: (len(name.split()), len(name), name))


def is_a_name(iri: str) -> bool:
    """Whether a node has names, and not just a description."""
    return iri.removeprefix(BASE).split("/", 1)[0] in NAMED
