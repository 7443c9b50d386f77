"""From facts to RDF statements, each with the sentences it stands on and how far to trust it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date

from kg.facts.base import MatchEvent
from kg.facts.match import MatchFact
from kg.facts.membership import Membership
from kg.facts.standing import Standing
from kg.fuse import Fusion, Same, merged, sides
from kg.mentions import Entity
from kg.nodes import Iri, Node, Nodes
from kg.reconcile import Reading
from kg.statements.match_sides import (
    AS_NAMED,
    AT_HALF_TIME,
    AT_HOME,
    Sides,
    best_score,
    match_label,
    place_of,
    score_in_order,
    sides_key,
)
from kg.statements.statement import Contest, Speaker, Statement, Value, text
from kg.vocabulary import BASE, report_iri

__all__ = ["Contest", "Statement", "Teller", "Value", "text"]

CLOCK = frozenset({"atMinute", "addedMinute"})  # the properties that tell when, together


class Teller:
    """Turns the facts of a fusion into statements and nodes; nothing outlives one graph."""

    def __init__(self, fusion: Fusion) -> None:
        """Take the fusion whose facts are to be told."""
        self.fusion = fusion
        self.identity = fusion.identity
        self.nodes = Nodes(fusion)
        self.day_of = {match.iri: merged(match.told).date for match in fusion.matches}

    def statements(self) -> list[Statement]:
        """Every statement of every report."""
        told: list[Statement] = []
        for match in self.fusion.matches:
            told += self.of_match(match)
        for event in self.fusion.events:
            told += self.of_event(event)
        for reading in self.fusion.readings:
            told += self.of_people(reading)
            told += self.of_tables(reading)
        return told

    def of_match(self, same: Same[MatchFact]) -> Iterator[Statement]:
        """What reports tell of one match."""
        group = same.told
        whole, order = merged(group), sides(group)
        score = best_score([m for _, m in group], order, self.identity)
        label = match_label(order, score, scheduled=whole.scheduled)
        for report, match in group:
            self.nodes.note(same.iri, Node(report, ("Match",), label))
            speaker = Speaker(report, same.iri, match)
            yield speaker.say("status", "scheduled" if match.scheduled else "played")
            yield from self.of_sides(speaker, match, order, home_known=whole.home_known)
            if match.half_time and whole.home_known and match.home_known:
                for term, goals in zip(AT_HALF_TIME, match.half_time, strict=True):
                    stake = f"{match.half_time}"
                    yield speaker.say(term, goals, "half_time", topic="half time", stake=stake)
            if match.winner:
                winner = self.nodes.entity(match.winner, report)
                yield speaker.say("winner", winner)
            if match.drawn:
                yield speaker.say("drawn", True)
            for name, term in match.properties.items():
                value = getattr(match, name)
                if value is not None:
                    yield speaker.say(term, self.value_of(name, value, match, report), name)
            if match.stage and match.competition:
                yield self.of_stage(speaker, match.stage, match.competition)

    def of_sides(
        self, speaker: Speaker, match: MatchFact, order: Sides, *, home_known: bool
    ) -> Iterator[Statement]:
        """The teams of a match and their scores, as one report tells them."""
        teams, scores = AT_HOME if home_known else AS_NAMED
        turned = match.home_known and place_of(order[0], match, self.identity) == 1
        if turned and None not in match.teams:
            yield from self.of_other_hosts(speaker, match)
        score = "-".join(map(str, score_in_order(match, order, self.identity) or ()))
        for at, side in enumerate(order):
            own = place_of(side, match, self.identity)
            team = None if own is None else match.teams[own]
            if own is None or team is None:
                continue
            node = self.nodes.entity(team, speaker.report)
            if not turned:
                yield speaker.say(
                    teams[at], node, topic="sides", stake=sides_key(order, self.identity)
                )
            yield speaker.say("contestedBy", node)
            if match.score:
                yield speaker.say(scores[at], match.score[own], topic="score", stake=score)
                if None in match.teams:
                    yield speaker.say(
                        scores[1 - at], match.score[1 - own], topic="score", stake=score
                    )

    def of_other_hosts(self, speaker: Speaker, match: MatchFact) -> Iterator[Statement]:
        """The teams of a match as a report has them who takes the visitors for the hosts."""
        for term, team in zip(AT_HOME[0], match.teams, strict=True):
            if team is not None:
                node = self.nodes.entity(team, speaker.report)
                yield speaker.say(
                    term, node, topic="sides", stake=sides_key(match.teams, self.identity)
                )

    def value_of(
        self, name: str, value: Entity | Value, match: MatchFact, report: str
    ) -> Iri | Value:
        """What a field of a match holds, as a node or as it is."""
        if not isinstance(value, Entity):
            return value
        if name == "referee":
            return self.nodes.official(value, report)
        if name == "stage":
            return self.nodes.stage(value, match.competition, report)
        return self.nodes.entity(value, report)

    def of_stage(self, speaker: Speaker, stage: Entity, competition: Entity) -> Statement:
        """That a stage is one of a competition."""
        node = self.nodes.stage(stage, competition, speaker.report)
        of_node = Speaker(speaker.report, node.value, speaker.fact)
        return of_node.say("stageOf", self.nodes.entity(competition, speaker.report))

    def of_event(self, same: Same[MatchEvent]) -> Iterator[Statement]:
        """What reports tell of one goal or other event."""
        match = Iri(same.iri.rsplit("/", 1)[0])
        is_timed = any(event.minute is not None for _, event in same.told)
        for report, event in same.told:
            self.nodes.note(same.iri, Node(report, event.classes, event.label))
            speaker = Speaker(report, same.iri, event, reason=same.reason)
            yield speaker.say("inMatch", match)
            told = replace(event, about=None) if is_timed else event
            clock = clock_of(event, [other for _, other in same.told])
            for statement in self.properties(speaker, told):
                is_clock = statement.term in CLOCK
                yield (
                    replace(statement, contest=(same.iri, "clock", ""), stake=clock)
                    if is_clock
                    else statement
                )

    def properties(self, speaker: Speaker, event: MatchEvent) -> Iterator[Statement]:
        """The properties that an event declares, one statement for each that is told."""
        names = {f.name for f in fields(event)}
        for name, term in event.properties.items():
            value = getattr(event, name) if name in names else None
            if value is None or (name == "about" and event.minute is not None):
                continue
            if isinstance(value, Entity):
                value = self.nodes.entity(value, speaker.report)
            yield speaker.say(term, value, name)

    def rejected(self, reading: Reading) -> Iterator[Statement]:
        """What a report says and does not mean, each by what tells most of it: who did it."""
        report = reading.report.id
        place = self.fusion.match_of_report.get(report, str(report_iri(report)))
        numbers: Counter[str] = Counter()
        for unused in reading.unused:
            event = unused.event
            if event is None:
                continue
            numbers[event.word] += 1
            iri = f"{place}/rejected-{event.word}-{numbers[event.word]}"
            terms = [event.properties[name] for name in event.actors] + ["forTeam"]
            said = {s.term: s for s in self.properties(Speaker(report, iri, event), event)}
            first = next((said[term] for term in terms if term in said), None)
            if first is not None:
                yield replace(first, evidence=(unused.evidence,), reason=str(unused.reason))

    def of_people(self, reading: Reading) -> Iterator[Statement]:
        """Who plays for whom and where, and who manages whom."""
        report = reading.report.id
        match = self.fusion.match_of_report.get(report, report)
        for member in reading.memberships:
            yield from self.of_membership(member, reading, match)
        for listed in reading.line_ups if match != report else ():
            player = self.nodes.entity(listed.player, report)
            speaker = Speaker(report, player.value, listed, match)
            yield speaker.say("startedIn" if listed.starts else "onBenchIn", Iri(match))
        for position in reading.positions:
            player = self.nodes.entity(position.player, report)
            speaker = Speaker(report, player.value, position, match)
            yield speaker.say("position", position.position)
        for management in reading.managements:
            manager = self.nodes.manager(management.person, management.team, report)
            speaker = Speaker(report, manager.value, management, match)
            yield speaker.say("manages", self.nodes.entity(management.team, report))

    def of_membership(
        self, member: Membership, reading: Reading, match: str
    ) -> Iterator[Statement]:
        """For whom a player plays, and that he does so on the day of the match or of the report."""
        report = reading.report.id
        player, team = (self.nodes.entity(who, report) for who in (member.player, member.team))
        country = self.identity.known.is_country(member.team.name)
        speaker = Speaker(report, player.value, member, match)
        plays = speaker.say("playsFor", team, topic="country" if country else "club")
        yield plays
        day = self.day_of.get(match) or reading.report.date
        if day:
            names = member.player.name, member.team.name
            node = self.nodes.membership(player, team, names, report)
            first = plays.evidence[:1]  # the rest stands with playsFor
            yield replace(plays, subject=node.value, term="attestedOn", value=day, evidence=first)

    def of_tables(self, reading: Reading) -> Iterator[Statement]:
        """Where teams stand after the report's match."""
        report = reading.report.id
        match = self.fusion.match_of_report.get(report, report).rsplit("/", 1)[-1]
        day = reading.main.date if reading.main else None
        for standing in reading.standings:
            yield from self.of_standing(standing, report, match, day)

    def of_standing(
        self, standing: Standing, report: str, match: str, day: date | None
    ) -> Iterator[Statement]:
        """Where one team stands after a match, played on a day if that is told."""
        table = self.table_of(standing, report)
        name = table.value.rsplit("/", 1)[1] if table else "table"
        iri = f"{BASE}standing/{name}/{match}/{self.identity.team_key(standing.team)}"
        self.nodes.note(iri, Node(report, ("Standing",), f"{standing.team.name} in the table"))
        speaker = Speaker(report, iri, standing)
        yield speaker.say("standingOf", self.nodes.entity(standing.team, report))
        if table:
            yield speaker.say("standingIn", table)
        if standing.stage and standing.competition:
            yield self.of_stage(speaker, standing.stage, standing.competition)
        for term, number in (("rank", standing.rank), ("points", standing.points)):
            if number is not None:
                yield speaker.say(term, number)
        if day:
            yield speaker.say("asOf", day)

    def table_of(self, standing: Standing, report: str) -> Iri | None:
        """The node of the group or competition whose table it is."""
        if standing.stage:
            return self.nodes.stage(standing.stage, standing.competition, report)
        return self.nodes.entity(standing.competition, report) if standing.competition else None


def clock_of(event: MatchEvent, tellings: Sequence[MatchEvent]) -> str:
    """When a report has an event: "45+2", also where another one alone tells what was added."""
    added = event.added or next((o.added for o in tellings if o.minute == event.minute), None)
    return f"{event.minute}+{added or 0}"
