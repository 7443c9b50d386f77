"""One step of a store: some reports come, are replaced or go, and the graphs follow.

What is written is the difference, as one change: a report is in the store whole or not at all. Only
the reports that bear on the changed ones (`kg.fuse.links`) are fused again, so a step takes no
longer in a large store than in a small one.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import partial

import pyoxigraph as ox

from kg.fuse import Read, fuse
from kg.fuse.identity import Identity
from kg.graph import build_graph
from kg.graph.soundness import unsound
from kg.keeping import lookup, namesakes
from kg.keeping.contribution import Triples, contribution, difference
from kg.keeping.kept import Kept, find, graphs_of
from kg.keeping.namesakes import Namesakes
from kg.keeping.surroundings import Surroundings
from kg.names.known import KnownNames
from kg.rdf.terms import graph_triples
from kg.reconcile import Reading
from kg.store import Change, Store
from kg.vocabulary import FUSED, accepted_graph, evidence_graph, reading_graph, report_graph

Graphs = dict[str, Triples]  # by their IRIs


def step(
    store: Store,
    known: KnownNames,
    come: Iterable[Kept] = (),
    gone: Iterable[str] = (),
    read: Read | None = None,
) -> Change:
    """What to write when some reports come, in place of those of the same id, and some go.

    `read` reads those once more that belong together, as one text (`kg.fuse.together`).
    """
    coming = {kept.id: kept for kept in come}
    before = find(store, {*coming, *gone})
    around = Surroundings(store, Identity(known), coming, before.keys() - coming.keys())
    departures, arrivals = ([k.reading for k in those.values()] for those in (before, coming))
    names = around.weigh(departures, arrivals)
    touched = around.of([*departures, *arrivals, *around.calling(names.turned)])
    touched |= {r.report.id: r for r in around.staying(sorted(names.weighed))}
    touched = {name: touched[name] for name in touched if name not in around.leaving}

    reports = sorted({*touched, *before})
    now = {graph: frozenset(store.triples(graph)) for r in reports for graph in graphs_of(r)}
    kept = {
        r: around.kept(coming[r]) if r in coming else now[str(reading_graph(r))] for r in touched
    }
    then = graphs_then(around, touched, names, kept, read)
    return to_change(store, reports, now, then)


def as_it_should_be(
    store: Store, kept: Kept, known: KnownNames, read: Read | None = None
) -> Graphs:
    """The graphs of a report in a store as they should be, by IRI."""
    around = Surroundings(store, Identity(known))
    names = around.weigh([], [kept.reading])
    of_it = {kept.id: around.kept(kept)}
    return graphs_then(around, {kept.id: kept.reading}, names, of_it, read)


def graphs_then(
    around: Surroundings,
    reports: Mapping[str, Reading],
    names: Namesakes,
    kept: Mapping[str, Triples],
    read: Read | None,
) -> Graphs:
    """The graphs that some reports get when they are fused with all that bears on them.

    `kept` is what is kept of each, but for what fusing it tells of its names.
    """

    def borne(called: frozenset[str]) -> frozenset[str]:
        return names.borne | namesakes.borne_by_two(around.store, called - names.asked)

    fusion = fuse(around.of(reports.values()).values(), around.identity.known, read, borne)
    dataset = build_graph(fusion, check=unsound)
    then = {}
    for reading in fusion.readings:
        report = reading.report.id
        if report not in reports:
            continue
        says, evidence = (
            frozenset(graph_triples(dataset, name(report)))
            for name in (report_graph, evidence_graph)
        )
        then[str(report_graph(report))] = says
        then[str(evidence_graph(report))] = evidence
        then[str(accepted_graph(report))] = contribution(says, evidence)
        then[str(reading_graph(report))] = names.mark(
            report, namesakes.calling(reading, kept[report])
        )
    return then


def to_change(
    store: Store, reports: Collection[str], now: Mapping[str, Triples], then: Mapping[str, Triples]
) -> Change:
    """What leads from the graphs of some reports to those they get, and the fused graph with it."""
    nothing: Triples = frozenset()
    accepted = [str(accepted_graph(report)) for report in reports]
    fused = difference(
        nothing.union(*(now[graph] for graph in accepted)),
        nothing.union(*(then.get(graph, nothing) for graph in accepted)),
        partial(lookup.named, store),
        partial(lookup.held, store, besides=reports),
    )
    gone = {graph: now[graph] - then.get(graph, nothing) for graph in now}
    come = {graph: then[graph] - now.get(graph, nothing) for graph in then}
    return Change(
        gone=to_quads({**gone, str(FUSED): fused.gone}),
        come=to_quads({**come, str(FUSED): fused.come}),
    )


def to_quads(graphs: Mapping[str, Triples]) -> frozenset[ox.Quad]:
    """Triples as quads of their graphs."""
    return frozenset(
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(graph))
        for graph, triples in graphs.items()
        for triple in triples
    )
