"""What reports state of people: for whom and where they play, and whom they manage."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.facts.membership import Membership
from kg.graph.nodes import Iri, Nodes
from kg.graph.statements.statement import Speaker, Statement
from kg.reconcile import Reading


def state_people(
    reading: Reading, match: str | None, day: date | None, nodes: Nodes
) -> Iterator[Statement]:
    """Who plays for whom and where, and who manages whom.

    `match` is the IRI of the match that the report is about, if it is about one; `day` that of the
    match, or else of the report.
    """
    report = reading.report.id
    place = match or report
    for member in reading.memberships:
        yield from state_membership(member, report, place, day, nodes)
    for listed in reading.line_ups if match else ():
        player = nodes.entity(listed.player, report)
        speaker = Speaker(report, player.value, listed, place)
        yield speaker.say("startedIn" if listed.starts else "onBenchIn", Iri(place))
    for position in reading.positions:
        player = nodes.entity(position.player, report)
        speaker = Speaker(report, player.value, position, place)
        yield speaker.say("position", position.position)
    for management in reading.managements:
        manager = nodes.manager(management.person, management.team, report)
        speaker = Speaker(report, manager.value, management, place)
        yield speaker.say("manages", nodes.entity(management.team, report))


def state_membership(
    member: Membership, report: str, match: str, day: date | None, nodes: Nodes
) -> Iterator[Statement]:
    """For whom a player plays, and that he does so on the day of the match or of the report."""
    player, team = (nodes.entity(who, report) for who in (member.player, member.team))
    country = nodes.identity.known.is_country(member.team.name)
    speaker = Speaker(report, player.value, member, match)
    plays = speaker.say("playsFor", team, topic="country" if country else "club")
    yield plays
    if day:
        names = member.player.name, member.team.name
        node = nodes.membership(player, team, names, report)
        first = plays.evidence[:1]  # the rest stands with playsFor
        yield replace(plays, subject=node.value, term="attestedOn", value=day, evidence=first)
