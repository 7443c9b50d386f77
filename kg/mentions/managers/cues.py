"""What set phrases tell of managers: who is one, and of which team.

"Sorensen's men beat Brevik" gives Sorensen the other side, "Bellini brought on Kaba" gives Bellini
Kaba's team.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kg.lexicon import Screen, Written, entries, screen
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.known import Sides
from kg.mentions.shown import Shown, numbered, without_asides

SENTENCES = 512  # of which the cues are kept: managers are looked for twice in a report
SIGN = {"manages": 1, "has": 1, "against": -1}
PAST = -20.0  # "Sorensen spent four years as Hallvik manager"

Votes = dict[tuple[Entity, Entity], float]


@dataclass(frozen=True)
class Cue:
    """A way to tell something of a manager; `weight` says how far to trust it."""

    says: str
    pattern: Written
    weight: float


@dataclass
class Told:
    """What is told of managers: who is one, and with which weight of which team.

    `speakers` has who speaks in the sentence of that number.
    """

    managers: dict[Entity, None] = field(default_factory=dict)
    votes: Votes = field(default_factory=lambda: defaultdict(float))
    past: list[tuple[Entity, Entity | None]] = field(default_factory=list)
    speakers: dict[int, Entity] = field(default_factory=dict)


@cache
def cues() -> Screen[Cue]:
    """The cues of `managers.toml`."""
    return screen(
        Cue(entry["says"], Written(numbered(entry["pattern"])), entry.get("weight", 0.0))
        for entry in entries("managers", "cue")
    )


def owner_of(mention: Mention) -> Entity | None:
    """Whom a mention shows to be a manager: "boss Sorensen", "Sorensen's men"."""
    if mention.kind is Kind.TEAM:
        return mention.traits.manager
    is_manager = mention.traits.role == "manager" and not mention.traits.former
    return mention.entity if mention.is_sure and is_manager else None


def hear(
    shown: Shown, told: Told, sides: Sides, team_of: Mapping[Entity, Entity], winner: Entity | None
) -> None:
    """Add what the cues find in a sentence.

    Args:
        shown: the sentence, marked.
        told: what is told so far; it grows.
        sides: the two sides of the match.
        team_of: the teams of players, as far as they are known.
        winner: the side that won the match, if it is known.
    """
    for cue, named in found_in(shown):
        manager = named["m"].traits.manager or named["m"].entity
        if manager is None:
            continue
        note(cue, manager, named, shown.sentence.number, told)
        if cue.says in SIGN:
            vote(told, manager, named["t"].entity, cue.weight * SIGN[cue.says], sides)
        elif cue.says == "plays" and (player := named["one"].entity):
            vote(told, manager, team_of.get(player), cue.weight, sides)
        elif cue.says in ("home", "away"):
            vote(told, manager, sides.home if cue.says == "home" else sides.away, cue.weight, sides)
        elif cue.says in ("won", "lost"):
            team = winner if cue.says == "won" else sides.other(winner)
            vote(told, manager, team, cue.weight, sides)


def note(
    cue: Cue, manager: Entity, named: Mapping[str, Mention], sentence: int, told: Told
) -> None:
    """Add who a cue says is a manager, is none any more, or speaks in the sentence of a number."""
    if cue.says in ("acts", "manages"):
        told.managers.setdefault(manager)
    elif cue.says == "past":
        told.past.append((manager, named["t"].entity if "t" in named else None))
    elif cue.says == "speaks":
        told.speakers[sentence] = manager
    elif cue.says == "counterpart" and is_counterpart(named.get("one"), told):
        told.managers.setdefault(manager)


def is_counterpart(one: Mention | None, told: Told) -> bool:
    """Whether somebody's opposite number is a manager: "his" needs one named before."""
    if one:
        return one.entity in told.managers
    return bool(told.managers)


def found_in(shown: Shown) -> Iterator[tuple[Cue, Mapping[str, Mention]]]:
    """The cues that a sentence holds, each once, asides in it read and passed over."""
    texts = {shown.text, *without_asides(shown.text)}
    seen = set()
    for text in sorted(texts, key=len, reverse=True):
        for cue, marks in matches_in(text):
            if (cue, marks) not in seen:
                seen.add((cue, marks))
                yield cue, {key: shown.mentions[place] for key, place in marks}


@lru_cache(maxsize=SENTENCES)
def matches_in(text: str) -> tuple[tuple[Cue, tuple[tuple[str, int], ...]], ...]:
    """The cues that match a text, each with the marks that it names."""
    return tuple(
        (cue, tuple((key, int(n)) for key, n in found.groupdict().items() if n))
        for cue in cues().passed(text)
        for found in cue.pattern.finditer(text)
    )


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
