"""Which results a text that reports no match mentions clearly enough.

No pair of sides helps to tell whose result it is, so the sentence has to say it by itself.
"""

from collections.abc import Sequence

from kg.facts.result import ResultTold
from kg.lexicon import table
from kg.mentions import Entity, Kind, Mention, Scene
from kg.names.known import KnownNames

OWNERS = frozenset({"their", "its"})
NEAR = 6  # words before a result within which "their" owns it


def is_clear(
    told: ResultTold, others: Sequence[ResultTold], scene: Scene, known: KnownNames
) -> bool:
    """Whether a sentence leaves no doubt whose result it tells, and against whom."""
    here = [m for m in scene.of(told.sentence.number) if m.kind is Kind.TEAM]
    sides = (side for side in (told.holder, told.opponent) if side is not None)
    if not all(is_spoken_of(side, told, scene, known) for side in sides):
        return False
    beaten = (t for t in others if t.sentence is told.sentence and t is not told)
    if any(t.opponent == told.holder is not None and t.holder != told.opponent for t in beaten):
        return False
    if told.opponent and is_ground(told.opponent, scene, known):
        return False
    return not is_owned_by_compared(told, here)


def is_spoken_of(team: Entity, told: ResultTold, scene: Scene, known: KnownNames) -> bool:
    """Whether the sentence speaks of a team, by a name, an epithet or its nationality."""
    nation = known.country(team.name)
    return any(
        (m.kind is Kind.TEAM and m.entity == team)
        or (nation is not None and m.traits.nationality == nation.name)
        for m in scene.of(told.sentence.number)
    )


def is_ground(team: Entity, scene: Scene, known: KnownNames) -> bool:
    """Whether a team is only named where matches are: "Hallvik won 2-1 at Norheim Park"."""
    named = [m for m in scene.mentions if m.entity == team and m.named]
    is_known = bool(known.clubs_called(team.name)) or known.is_country(team.name)
    return not is_known and all(word_before(m) == "at" for m in named)


def is_owned_by_compared(told: ResultTold, teams: Sequence[Mention]) -> bool:
    """Whether "their" may be of a team only compared with: "behind Brevik after their draw"."""
    place = told.trigger or 0
    own = [
        m
        for m in teams
        if m.is_pronoun
        and m.entity == told.holder
        and 0 < place - m.last <= NEAR
        and m.token.text.lower() in OWNERS
    ]
    named = [m for m in teams if own and m.named and m.last < own[-1].first]
    if not named or word_before(named[-1]) not in table("results", "words")["compares"]:
        return False
    return not any(m.entity == told.holder and m.first < named[-1].first for m in teams)


def word_before(mention: Mention) -> str:
    """The word before a mention in lower case, articles apart."""
    before = [t.text.lower() for t in mention.sentence.tokens[: mention.first]]
    return next((word for word in reversed(before) if word != "the"), "")
