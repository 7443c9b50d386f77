"""Whose result it is, against whom, and on whose ground: "Hallvik's 2-0 win at Brevik"."""

import re
from collections.abc import Sequence

from kg.frames import Frame, owner_of
from kg.language import Token
from kg.lexicon import words
from kg.mentions import Entity, Kind, Mention, Scene

LOOK_AHEAD = 10  # words between a result and its opponent
LEAD = 2  # sentences in which a result with one team is that of the report's pair
FOR_REACH = 4  # words: "a 1-1 draw for the ten men of X"
AGAINST = frozenset({"over", "against", "with", "to", "by", "at", "versus", "v", "from"})
ELSEWHERE = frozenset({"for", "in", "on", "after", "as", "before"})  # these lead to no opponent
FOR_TEAM = re.compile(r"for (?:the )?(?:\S+ )?\{T\}")
AT_HOME = re.compile(r"^(?:\S+ ){0,3}at home\b")
AWAY = re.compile(r"^(?:\S+ ){0,3}(?:away|on the road)\b")


def opponent_of(
    frame: Frame, mentions: Sequence[Mention], *, drawn: bool
) -> tuple[Mention | None, str | None]:
    """The team a result was against, and the preposition before it.

    One draws with a team, and wins over it: "a win with Kaba on the bench" names no opponent.
    """
    teams = {
        i: m
        for m in mentions
        if m.kind is Kind.TEAM and m.entity
        for i in range(m.first, m.last + 1)
    }
    grounds = {m.first for m in mentions if m.kind in (Kind.VENUE, Kind.CITY)}
    is_active = not frame.noun and not frame.passive and frame.lemma not in ("lose", "draw")
    if is_active and frame.undergoer and frame.undergoer.kind is Kind.TEAM:
        return frame.undergoer, None
    preposition: str | None = None
    for token in frame.tail[:LOOK_AHEAD]:
        lower = token.text.lower()
        if lower in AGAINST and (drawn or lower != "with") and not is_spoilt(frame, lower, drawn):
            preposition = lower
        elif (
            token.index in teams and preposition and teams[token.index].first >= frame.trigger.index
        ):
            return teams[token.index], preposition
        elif token.index in grounds or ends_reach(token, lower):
            preposition = None
        if frame.noun and (token.is_verb or lower in words("results", "nouns")):
            return None, None
    return None, None


def is_spoilt(frame: Frame, preposition: str, drawn: bool) -> bool:
    """Whether "by" tells no opponent of a draw, unless somebody was held to it."""
    before = frame.sentence.tokens[: frame.trigger.index]
    held = any(t.text.lower() in ("held", "pegged") for t in before)
    return frame.noun and drawn and preposition == "by" and not held


def ends_reach(token: Token, lower: str) -> bool:
    """Whether a word leads from a result to something else: "lost to slip behind Brevik"."""
    return token.is_verb or lower in ELSEWHERE or token.tag == "IN"


def holder_of(
    frame: Frame, scene: Scene, mentions: Sequence[Mention], opponent: Mention | None
) -> Entity | None:
    """Whose result it is: its owner, the team of the clause, or that of who earned it."""
    taken = opponent.entity if opponent else None
    beneficiary = beneficiary_of(frame, mentions)
    if beneficiary:
        return beneficiary.entity
    if frame.noun:
        subject = owner_of(frame.sentence, frame.trigger, frame.mentions)
    else:
        subject = frame.undergoer if frame.passive else frame.doer
    team = team_of(subject, scene)
    if team and team != taken:
        return team
    if not frame.noun and subject is not None and subject.named and subject.kind is Kind.TEAM:
        return None
    nearest = team_before(frame, mentions, taken)
    if nearest:
        return nearest.entity
    in_lead = taken in scene.sides.pair and frame.sentence.number < LEAD
    return scene.sides.other(taken) if in_lead else None


def beneficiary_of(frame: Frame, mentions: Sequence[Mention]) -> Mention | None:
    """The team a result is said to be for: "a 1-1 draw for the ten men of Hallvik"."""
    if not frame.noun or not FOR_TEAM.match(frame.tail_text()):
        return None
    place = frame.trigger.index
    behind = (m for m in mentions if m.kind is Kind.TEAM and 1 < m.first - place <= FOR_REACH)
    return next(behind, None)


def team_before(frame: Frame, mentions: Sequence[Mention], taken: Entity | None) -> Mention | None:
    """The team, or manager, named last before a result; as a subject, if there is one.

    A verb's result is that of a subject alone.
    """
    named = [
        m
        for m in mentions
        if m.last < frame.trigger.index
        and (m.kind is Kind.TEAM or m.traits.manager)
        and m.entity
        and m.entity != taken
    ]
    subjects = [m for m in named if m.token.is_subject]
    candidates = subjects or (named if frame.noun else [])
    return candidates[-1] if candidates else None


def team_of(mention: Mention | None, scene: Scene) -> Entity | None:
    """The team a mention is, or plays for, or manages."""
    if mention is None or mention.entity is None:
        return None
    if mention.kind is Kind.TEAM:
        return mention.entity
    return scene.sides.manager_of.get(mention.entity) or scene.sides.team_of.get(mention.entity)


def venue_of(frame: Frame, mentions: Sequence[Mention]) -> Entity | None:
    """The ground a result was reached at: "a 2-0 win at Anfield"."""
    grounds = {m.first: m for m in mentions if m.kind is Kind.VENUE}
    preposition = ""
    for token in frame.tail[:LOOK_AHEAD]:
        if token.index in grounds and preposition == "at":
            return grounds[token.index].entity
        if token.text.lower() not in ("the", "a"):
            preposition = token.text.lower()
    return None


def ground_of(
    frame: Frame,
    preposition: str | None,
    opponent: Entity | None,
    venue: Entity | None,
    *,
    other_day: bool,
) -> str | None:
    """Whether the holder was at home: "home draw", "at home to", "at X", "on the road".

    Who names the ground of an earlier win was a guest there: "after beating Liverpool at Anfield".
    """
    tail = frame.tail_text()
    place = frame.trigger.index
    before = {t.text.lower() for t in frame.sentence.tokens[max(0, place - 3) : place]}
    if "home" in before or AT_HOME.search(tail):
        return "home"
    if "away" in before or AWAY.search(tail):
        return "away"
    if preposition == "at" and opponent:
        return "away"
    return "away" if venue and (other_day or not opponent) else None
