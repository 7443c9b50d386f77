"""Find who manages which team, weighing everything a report says of its managers together.

"Sorensen's men beat Brevik" gives Sorensen the other side, "Bellini brought on Kaba" gives Bellini
Kaba's team; and since no team has two managers, one known often tells the other.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from networkx import Graph, max_weight_matching

from kg.lexicon import FOLDER
from kg.mentions.allegiance import Tie
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.known import Sides
from kg.mentions.shown import Shown, is_rival, is_side, place, sentences_of

SURE = 0.25  # by so much the best choice must beat every choice without it
LIKELY = 0.5  # a manager of whom nothing more is told has one of the two sides
DIRECT = 5.0  # "Hallvik boss Sorensen"
EPITHET = 3.0  # "the Hallvik boss", where Sorensen was named before
NEAR = 3  # sentences
GROUND = 4.0  # "Sorensen's visiting side"
# What the sides named around a manager suggest, for "Sorensen's men" and for "Sorensen" alone.
ALONE = {Kind.TEAM: 1.0, Kind.PERSON: 0.4}  # the one side of the sentence before
SEVERAL = {Kind.TEAM: 0.4, Kind.PERSON: 0.0}  # what that sentence is about, if it names both
EARLIER = {Kind.TEAM: 0.0, Kind.PERSON: 0.6}  # the side named last in the same sentence
LATER = {Kind.TEAM: -0.4, Kind.PERSON: 0.6}  # the side named next: "Sorensen's men" stand for none
PLAYER_BEFORE = {Kind.TEAM: 1.0, Kind.PERSON: 0.2}  # "Kaba put Sorensen's men ahead"
PLAYER_AFTER = {Kind.TEAM: 0.5, Kind.PERSON: 0.5}  # "Sorensen's men led through Kaba"
CONTRASTED = -0.6  # "Hallvik pressed while Sorensen's men sat back"
CONTRAST = re.compile(r"\b(?:while|whereas)\b")
SIGN = {"manages": 1, "has": 1, "against": -1}

Votes = dict[tuple[Entity, Entity], float]


@dataclass(frozen=True)
class Cue:
    """A way to tell something of a manager; `weight` says how far to trust it."""

    says: str
    pattern: re.Pattern[str]
    weight: float


@dataclass
class Told:
    """What is told of managers: who is one, and with which weight of which team."""

    managers: dict[Entity, None] = field(default_factory=dict)
    votes: Votes = field(default_factory=lambda: defaultdict(float))
    past: set[tuple[Entity, Entity]] = field(default_factory=set)


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of `managers.toml`, macros filled in."""
    content = tomllib.loads((FOLDER / "managers.toml").read_text(encoding="utf-8"))
    found = []
    for entry in content["cue"]:
        regex = entry["pattern"]
        for _ in content["macros"]:  # a macro may stand in another
            for macro, text in content["macros"].items():
                regex = re.sub(rf"\b{macro}", f"(?:{text})".replace("\\", r"\\"), regex)
        regex = regex.replace("<C>", r"<C\d+>").replace("[CP]>", r"[CP]\d+>")
        regex = re.sub(r"<(\w):(\w+)>", r"<\1(?P<\2>\\d+)>", regex)
        found.append(Cue(entry["says"], re.compile(regex), entry.get("weight", 0.0)))
    return tuple(found)


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
    winner: Entity | None,
) -> Told:
    """Everything a report tells of its managers."""
    told = Told()
    for tie in ties:
        if tie.manages and owner_of(tie.mention) == tie.person and tie.mention.is_sure:
            told.managers[tie.person] = None
            told.votes[tie.person, tie.team] += DIRECT
    no_managers = others(mentions)
    before: Shown | None = None
    for shown in sentences_of(mentions):
        for mention in shown.mentions:
            if owner := owner_of(mention):
                told.managers[owner] = None
        hear(shown, told, sides, team_of, winner)
        stand_beside(shown, before, told, sides)
        play_beside(shown, told, sides, team_of)
        before = shown
    for mention in mentions:
        if mention.traits.role == "manager" and not mention.is_sure and mention.traits.team:
            vote(told, *epithet(mention, mentions, told), sides)
    for person in no_managers:
        told.managers.pop(person, None)
    return told


def others(mentions: Sequence[Mention]) -> frozenset[Entity]:
    """Who is called a player, an assistant or a referee, and a manager nowhere."""
    told = [m for m in mentions if m.entity and m.is_sure and m.traits.role]
    managers = {m.entity for m in told if m.traits.role == "manager" and not m.traits.former}
    players = {m.entity for m in told if m.traits.role != "manager" and not m.traits.former}
    return frozenset(person for person in players - managers if person)


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


def owner_of(mention: Mention) -> Entity | None:
    """Whom a mention shows to be a manager: "boss Sorensen", "Sorensen's men"."""
    if mention.kind is Kind.TEAM:
        return mention.traits.manager
    is_manager = mention.traits.role == "manager" and not mention.traits.former
    return mention.entity if mention.is_sure and is_manager else None


def hear(
    shown: Shown, told: Told, sides: Sides, team_of: Mapping[Entity, Entity], winner: Entity | None
) -> None:
    """Add what the cues find in a sentence."""
    for cue in cues():
        for found in cue.pattern.finditer(shown.text):
            named = {key: shown.mentions[int(n)] for key, n in found.groupdict().items()}
            manager = named["m"].traits.manager or named["m"].entity
            if manager is None:
                continue
            if cue.says in ("acts", "manages"):
                told.managers.setdefault(manager)
            if cue.says in SIGN:
                vote(told, manager, named["t"].entity, cue.weight * SIGN[cue.says], sides)
            elif cue.says == "plays" and (player := named["one"].entity):
                vote(told, manager, team_of.get(player), cue.weight, sides)
            elif cue.says in ("won", "lost"):
                team = winner if cue.says == "won" else sides.other(winner)
                vote(told, manager, team, cue.weight, sides)


def vote(
    told: Told, manager: Entity | None, team: Entity | None, weight: float, sides: Sides
) -> None:
    """Add a vote; one against a side is one for the other."""
    if manager is None or team is None:
        return
    told.votes[manager, team] += weight
    other = sides.other(team)
    if weight < 0 and other:
        told.votes[manager, other] -= weight


def stand_beside(shown: Shown, before: Shown | None, told: Told, sides: Sides) -> None:
    """Add what the teams named around a manager suggest."""
    first = True
    for number, mention in enumerate(shown.mentions):
        manager = mention.traits.manager or mention.entity
        if manager is None or manager not in told.managers:
            continue
        team, weight = beside(shown, number, sides)
        vote(told, manager, team, weight, sides)
        if first and before and not any(is_side(m, sides) for m in shown.mentions[:number]):
            vote(told, manager, *last_topic(before, mention.kind, sides), sides)
        first = False
        if mention.kind is Kind.TEAM and mention.traits.ground:
            vote(told, manager, on_ground(mention, sides), GROUND, sides)


def play_beside(shown: Shown, told: Told, sides: Sides, team_of: Mapping[Entity, Entity]) -> None:
    """Add what the players named around a manager suggest."""
    teams = [team_of.get(m.entity) if m.entity else None for m in shown.mentions]
    for number, mention in enumerate(shown.mentions):
        manager = mention.traits.manager or mention.entity
        if manager is None or manager not in told.managers:
            continue
        before = next((t for t in reversed(teams[:number]) if t), None)
        after = next((t for t in teams[number + 1 :] if t), None)
        vote(told, manager, before, PLAYER_BEFORE[mention.kind], sides)
        vote(told, manager, after, PLAYER_AFTER[mention.kind], sides)


def beside(shown: Shown, number: int, sides: Sides) -> tuple[Entity | None, float]:
    """The side a sentence names next to a manager, with how far it suggests that it is his."""
    mention, text = shown.mentions[number], shown.text
    start = text.index(f"{number}>")
    earlier = [m for m in shown.mentions[:number] if is_side(m, sides)]
    if earlier:
        near = earlier[-1]
        between = text[place(near, shown) : start]
        if CONTRAST.search(between):
            return near.entity, CONTRASTED
        return (None, 0.0) if is_rival(near, shown) else (near.entity, EARLIER[mention.kind])
    later = next((m for m in shown.mentions[number + 1 :] if is_side(m, sides)), None)
    if later is None or is_rival(later, shown):
        return None, 0.0
    contrast = CONTRAST.search(text[start : place(later, shown)])
    return later.entity, CONTRASTED if contrast else LATER[mention.kind]


def last_topic(before: Shown, kind: Kind, sides: Sides) -> tuple[Entity | None, float]:
    """The side that a sentence is about: "Hallvik, who" before a subject before an owner."""
    named = [m for m in before.mentions if is_side(m, sides)]
    alone = len({m.entity for m in named}) == 1

    def rank(mention: Mention) -> int:
        after = before.text[place(mention, before) :].partition(">")[2]
        if after.startswith((" , who", " , which")):
            return 0
        return 3 if is_rival(mention, before) else 2 if after.startswith("'s") else 1

    best = min(named, key=rank, default=None)
    if best is None or (rank(best) == 3 and not alone):
        return None, 0.0
    return best.entity, (ALONE if alone else SEVERAL)[kind]


def on_ground(mention: Mention, sides: Sides) -> Entity | None:
    """The side at home or away, as a mention has it."""
    return sides.home if mention.traits.ground == "home" else sides.away


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
