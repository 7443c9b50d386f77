"""From facts to RDF statements, each with the sentences it stands on and how far to trust it.

`statement` is what all have; `matches` with their `match_sides`, `events`, `people` and `standings`
make those about each kind of thing, and `Nodes` notes whom and what they name.
"""

from dataclasses import replace

from kg.fuse import Fusion, merged
from kg.graph.nodes import Nodes
from kg.graph.statements.events import CLOCK, state_event, state_unused
from kg.graph.statements.match_sides import AS_NAMED, AT_HOME
from kg.graph.statements.matches import state_match
from kg.graph.statements.people import state_people
from kg.graph.statements.standings import state_standings
from kg.graph.statements.statement import Contest, Statement, Value, text

__all__ = ["IN_LABEL", "Contest", "Statement", "Value", "state", "state_rejected", "text"]

# The properties that the label of a match or an event tells: "Hallvik 2-1 Brevik", "Bellini 13'".
IN_LABEL = CLOCK | {*AT_HOME[1], *AS_NAMED[1]}


def state(fusion: Fusion, nodes: Nodes) -> list[Statement]:
    """Every statement of every report."""
    told = [s for match in fusion.matches for s in state_match(match, nodes)]
    told += [s for event in fusion.events for s in state_event(event, nodes)]
    day_of = {match.iri: merged(match.told).date for match in fusion.matches}
    for reading in fusion.readings:
        match = fusion.match_of_report.get(reading.report.id)
        day = (day_of.get(match) if match else None) or reading.report.date
        told += state_people(reading, match, day, nodes)
        told += state_standings(reading, match, nodes)
    return [own for statement in told if (own := in_its_words(statement))]


def in_its_words(statement: Statement) -> Statement | None:
    """A statement with the sentences of its report; nothing if others alone have any of it."""
    own = tuple(said for said in statement.evidence if said.report == statement.report)
    if own == statement.evidence:
        return statement
    return replace(statement, evidence=own) if own else None


def state_rejected(fusion: Fusion, nodes: Nodes) -> dict[str, tuple[Statement, ...]]:
    """What each report, by its id, says and does not mean."""
    return {
        name: tuple(state_unused(reading, fusion.match_of_report.get(name), nodes))
        for reading in fusion.readings
        for name in (reading.report.id,)
    }
