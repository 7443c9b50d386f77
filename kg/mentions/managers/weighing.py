"""Find who manages which team, weighing everything a report says of its managers together.

Set phrases tell (`cues`), the teams and players around suggest (`surroundings`);
and since no team has two managers, one known often tells the other.
"""

from collections.abc import Mapping, Sequence

from networkx import Graph, max_weight_matching

from kg.mentions.allegiance import Tie
from kg.mentions.entities import Entity, Mention
from kg.mentions.linking.known import Sides
from kg.mentions.managers.cues import PAST, Told, Votes, hear, owner_of, vote
from kg.mentions.managers.speakers import called_boss
from kg.mentions.managers.surroundings import play_beside, stand_beside
from kg.mentions.managers.viewpoint import bosses, told_from
from kg.mentions.phrases.traits import STAFF
from kg.mentions.shown import Shown, sentences_of

SURE = 0.25  # by so much the best choice must beat every choice without it
LIKELY = 0.5  # a manager of whom nothing more is told has one of the two sides
DIRECT = 5.0  # "Hallvik boss Sorensen"
OUTRIGHT = 4.0  # "Hallvik under Sorensen"
EPITHET = 3.0  # "the Hallvik boss", where Sorensen was named before
VIEWPOINT = 1.5  # "boss Sorensen", whose team the report takes as known
NEAR = 3  # sentences


def managers(
    mentions: Sequence[Mention],
    sides: Sides,
    ties: Sequence[Tie],
    team_of: Mapping[Entity, Entity] | None = None,
    winner: Entity | None = None,
) -> Mapping[Entity, Entity]:
    """The team of each manager of the report, left out where two choices are as good.

    Args:
        mentions: the mentions of the report in text order.
        sides: the two sides of its match.
        ties: what noun phrases tie to whom.
        team_of: the teams of players, as far as they are known.
        winner: the side that won the match, if it is known.
    """
    return choose(weigh(mentions, sides, ties, team_of or sides.team_of, winner), sides)


def weigh(
    mentions: Sequence[Mention],
    sides: Sides,
    ties: Sequence[Tie],
    team_of: Mapping[Entity, Entity],
    winner: Entity | None = None,
) -> Told:
    """Everything a report tells of its managers."""
    told = Told()
    for tie in ties:
        told_team = tie.mention.is_sure or tie.mention.traits.team == tie.team
        is_told = owner_of(tie.mention) == tie.person and told_team
        if tie.manages and (is_told or tie.elsewhere):
            told.managers[tie.person] = None
            told.votes[tie.person, tie.team] += DIRECT
    before: list[Shown] = []
    for shown in sentences_of(mentions):
        for mention in shown.everybody:  # "their coach, Sorensen, smiled"
            if owner := owner_of(mention):
                told.managers[owner] = None
        hear(shown, told, sides, team_of, winner)
        stand_beside(shown, before[-NEAR:], told, sides)
        play_beside(shown, told, sides, team_of)
        before.append(shown)
    hear_titles(mentions, told, sides)
    drop_past(told)
    for person in others(mentions, told):
        told.managers.pop(person, None)
    return told


def hear_titles(mentions: Sequence[Mention], told: Told, sides: Sides) -> None:
    """Add whom "the Hallvik boss" stands for, and whose team "boss Sorensen" takes as known."""
    for person, _ in called_boss(mentions, told):
        told.managers.setdefault(person)
    for mention in mentions:
        if mention.traits.role == "manager" and not mention.is_sure and mention.traits.team:
            vote(told, *epithet(mention, mentions, told), sides)
    for manager in bosses(mentions, sides):
        vote(told, manager, told_from(mentions, sides), VIEWPOINT, sides)


def drop_past(told: Told) -> None:
    """Let those who were sacked manage nobody, and others no team that they have left."""
    for person, team in told.past:
        if team is None:
            told.managers.pop(person, None)
        else:
            told.votes[person, team] += PAST


def others(mentions: Sequence[Mention], told: Told) -> frozenset[Entity]:
    """Who is called a player, an assistant or a referee, and a manager nowhere.

    "Coach Sorensen, assistant coach of Hallvik," is an assistant whatever he is called. "Sorensen,
    the 31-year-old who replaced Bell in the Hallvik dugout," is a manager all the same.
    """
    called = [m for m in mentions if m.entity and m.is_sure and m.traits.role]
    managers = {m.entity for m in called if m.traits.role == "manager" and not m.traits.former}
    managers |= {person for (person, _), weight in told.votes.items() if weight >= OUTRIGHT}
    in_position = {m.entity for m in called if m.traits.role not in ("manager", "player")}
    managers -= in_position - {m.entity for m in called if m.traits.role == "manager"}
    players = {m.entity for m in called if m.traits.role != "manager" and not m.traits.former}
    aides = {m.entity for m in mentions if m.apposed and m.traits.role == STAFF}
    return frozenset(person for person in (players - managers) | aides if person)


def epithet(
    mention: Mention, mentions: Sequence[Mention], told: Told
) -> tuple[Entity | None, Entity | None, float]:
    """Whom "the Hallvik boss" most likely is: the manager named last before."""
    before = (
        m.traits.manager or m.entity
        for m in mentions
        if m.start < mention.start and mention.sentence.number - m.sentence.number <= NEAR
    )
    last = [manager for manager in before if manager in told.managers]
    return last[-1] if last else None, mention.traits.team, EPITHET


def choose(told: Told, sides: Sides) -> Mapping[Entity, Entity]:
    """The heaviest way to give each team at most one manager, as far as it is sure."""
    weights = {pair: w for pair, w in told.votes.items() if pair[0] in told.managers}
    for manager in told.managers:
        elsewhere = any(
            weight >= DIRECT and team not in sides.pair
            for (person, team), weight in weights.items()
            if person == manager
        )
        for team in () if elsewhere else sides.pair:
            weights[manager, team] = weights.get((manager, team), 0.0) + LIKELY
    best = match(weights)
    total = sum(weights[pair] for pair in best)
    sure = {}
    for pair in best:
        without = {other: w for other, w in weights.items() if other != pair}
        if total - sum(without[other] for other in match(without)) >= SURE:
            sure[pair[0]] = pair[1]
    return sure


def match(weights: Votes) -> tuple[tuple[Entity, Entity], ...]:
    """The matching of managers and teams with the greatest weight."""
    graph = Graph()
    for (manager, team), weight in weights.items():
        if weight > 0:
            graph.add_edge(("manager", manager), ("team", team), weight=weight)
    edges = (sorted(edge, key=lambda node: node[0]) for edge in max_weight_matching(graph))
    return tuple(sorted(((m[1], t[1]) for m, t in edges), key=lambda pair: pair[0].name))
