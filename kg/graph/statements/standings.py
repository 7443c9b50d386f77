"""What reports state of tables: where teams stand after a match."""

from collections.abc import Iterator
from datetime import date

from kg.facts.standing import Standing
from kg.graph.nodes import Iri, Node, Nodes
from kg.graph.statements.matches import state_stage
from kg.graph.statements.statement import Speaker, Statement
from kg.reconcile import Reading
from kg.vocabulary import BASE


def state_standings(reading: Reading, match: str | None, nodes: Nodes) -> Iterator[Statement]:
    """Where teams stand after the report's match."""
    report = reading.report.id
    place = (match or report).rsplit("/", 1)[-1]
    day = reading.main.date if reading.main else None
    for standing in reading.standings:
        yield from state_standing(standing, report, place, day, nodes)


def state_standing(
    standing: Standing, report: str, match: str, day: date | None, nodes: Nodes
) -> Iterator[Statement]:
    """Where one team stands after a match, played on a day if that is told."""
    table = table_of(standing, report, nodes)
    name = table.value.rsplit("/", 1)[1] if table else "table"
    iri = f"{BASE}standing/{name}/{match}/{nodes.identity.team_key(standing.team)}"
    nodes.note(iri, Node(report, ("Standing",), f"{standing.team.name} in the table"))
    speaker = Speaker(report, iri, standing)
    yield speaker.say("standingOf", nodes.entity(standing.team, report))
    if table:
        yield speaker.say("standingIn", table)
    if standing.stage and standing.competition:
        yield state_stage(speaker, standing.stage, standing.competition, nodes)
    for term, number in (("rank", standing.rank), ("points", standing.points)):
        if number is not None:
            yield speaker.say(term, number)
    if day:
        yield speaker.say("asOf", day)


def table_of(standing: Standing, report: str, nodes: Nodes) -> Iri | None:
    """The node of the group or competition whose table it is."""
    if standing.stage:
        return nodes.stage(standing.stage, standing.competition, report)
    return nodes.entity(standing.competition, report) if standing.competition else None
