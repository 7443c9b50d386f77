"""What reports state of matches: their sides and scores, who won, where and when it was."""

from collections.abc import Iterator

from kg.facts.match import MatchFact
from kg.fuse import Same, merged, sides
from kg.graph.nodes import Iri, Node, Nodes
from kg.graph.statements.match_sides import (
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
from kg.graph.statements.statement import Speaker, Statement, Value
from kg.mentions import Entity


def state_match(same: Same[MatchFact], nodes: Nodes) -> Iterator[Statement]:
    """What reports tell of one match."""
    group = same.told
    whole, order = merged(group), sides(group)
    for report, match in group:
        score = best_score([m for name, m in group if name == report], order, nodes.identity)
        label = match_label(order, score, scheduled=whole.scheduled)
        nodes.note(same.iri, Node(report, ("Match",), label))
        speaker = Speaker(report, same.iri, match)
        yield speaker.say("status", "scheduled" if match.scheduled else "played")
        yield from state_sides(speaker, match, order, nodes, home_known=whole.home_known)
        if match.half_time and whole.home_known and match.home_known:
            for term, goals in zip(AT_HALF_TIME, match.half_time, strict=True):
                stake = f"{match.half_time}"
                yield speaker.say(term, goals, "half_time", topic="half time", stake=stake)
        if match.winner:
            winner = nodes.entity(match.winner, report)
            yield speaker.say("winner", winner)
        if match.drawn:
            yield speaker.say("drawn", True)
        for name, term in match.properties.items():
            value = getattr(match, name)
            if value is not None:
                yield speaker.say(term, value_of(name, value, match, report, nodes), name)
        if match.stage and match.competition:
            yield state_stage(speaker, match.stage, match.competition, nodes)


def state_sides(
    speaker: Speaker, match: MatchFact, order: Sides, nodes: Nodes, *, home_known: bool
) -> Iterator[Statement]:
    """The teams of a match and their scores, as one report tells them."""
    teams, scores = AT_HOME if home_known else AS_NAMED
    turned = match.home_known and place_of(order[0], match, nodes.identity) == 1
    if turned and None not in match.teams:
        yield from state_other_hosts(speaker, match, nodes)
    score = "-".join(map(str, score_in_order(match, order, nodes.identity) or ()))
    for at, side in enumerate(order):
        own = place_of(side, match, nodes.identity)
        team = None if own is None else match.teams[own]
        if own is None or team is None:
            continue
        node = nodes.entity(team, speaker.report)
        if not turned:
            yield speaker.say(
                teams[at], node, topic="sides", stake=sides_key(order, nodes.identity)
            )
        yield speaker.say("contestedBy", node)
        if match.score:
            yield speaker.say(scores[at], match.score[own], topic="score", stake=score)
            if None in match.teams:
                yield speaker.say(scores[1 - at], match.score[1 - own], topic="score", stake=score)


def state_other_hosts(speaker: Speaker, match: MatchFact, nodes: Nodes) -> Iterator[Statement]:
    """The teams of a match as a report has them who takes the visitors for the hosts."""
    for term, team in zip(AT_HOME[0], match.teams, strict=True):
        if team is not None:
            node = nodes.entity(team, speaker.report)
            yield speaker.say(
                term, node, topic="sides", stake=sides_key(match.teams, nodes.identity)
            )


def value_of(
    name: str, value: Entity | Value, match: MatchFact, report: str, nodes: Nodes
) -> Iri | Value:
    """What a field of a match holds, as a node or as it is."""
    if not isinstance(value, Entity):
        return value
    if name == "referee":
        return nodes.official(value, report)
    if name == "stage":
        return nodes.stage(value, match.competition, report)
    return nodes.entity(value, report)


def state_stage(speaker: Speaker, stage: Entity, competition: Entity, nodes: Nodes) -> Statement:
    """That a stage is one of a competition."""
    node = nodes.stage(stage, competition, speaker.report)
    of_node = Speaker(speaker.report, node.value, speaker.fact)
    return of_node.say("stageOf", nodes.entity(competition, speaker.report))
