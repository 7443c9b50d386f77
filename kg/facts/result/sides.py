"""Whose result it is, and on whose ground: "Hallvik's 2-0 win at Brevik"."""

from collections.abc import Sequence
from itertools import pairwise

from kg.frames import Frame, owner_of
from kg.lexicon import pattern, words
from kg.mentions import Entity, Kind, Mention, Scene

LOOK_AHEAD = 10  # words between a result and its opponent
LEAD = 2  # sentences in which a result with one team is that of the report's pair
GIVEN_REACH = 6  # words: "gave Hallvik a hard-fought 2-1 win"
FOR_REACH = 4  # words: "a 1-1 draw for the ten men of X"
FOR_TEAM = pattern("results", "for_team")
OPENERS = frozenset({"but", "before", "while", "though"})
JOINED = ((",", "and"), ("and", ","), (",", "but"), ("but", ","), (";", "and"))
AT_HOME = pattern("results", "at_home_behind")
AWAY = pattern("results", "away_behind")


def holder_of(
    frame: Frame, scene: Scene, mentions: Sequence[Mention], taken: Entity | None
) -> Entity | None:
    """Whose result it is, if not `taken`: its owner, the team of the clause, or a player's."""
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
    """The team a result is for: "a draw for the ten men of Hallvik", "gave Hallvik a 2-1 win"."""
    if not frame.noun:
        return None
    place = frame.trigger.index
    if (given := given_to(frame, mentions)) or not FOR_TEAM.match(frame.tail_text):
        return given
    behind = (m for m in mentions if m.kind is Kind.TEAM and 1 < m.first - place <= FOR_REACH)
    return next(behind, None)


def given_to(frame: Frame, mentions: Sequence[Mention]) -> Mention | None:
    """The team that goals give a result: "two late goals gave Hallvik a 2-1 win"."""
    tokens, place = frame.sentence.tokens, frame.trigger.index
    for m in mentions:
        near = m.kind is Kind.TEAM and m.entity is not None and 1 < place - m.last <= GIVEN_REACH
        if near and m.first and tokens[m.first - 1].lemma in words("results", "gives"):
            between = tokens[m.last + 1 : place]
            if all(
                t.tag in ("DT", "JJ", "CD", "NN", "PRP$", "HYPH", "VBN", "VBG") for t in between
            ):
                return m
    return None


def team_before(frame: Frame, mentions: Sequence[Mention], taken: Entity | None) -> Mention | None:
    """The team, or manager, named last before a result; as a subject, if there is one.

    A verb's result is that of a subject alone, and none is that of whom somebody plays against:
    "her first of two goals against Brevik, the winner in a 7-0 victory".
    """
    before = [m for m in mentions if m.last < frame.trigger.index and m.kind is Kind.TEAM]
    before = [m for m in before if m.word_before != "against"]
    clause = [m for m in before if acts(m) and not m.is_pronoun][-1:]
    if clause and clause[0].entity is None and not clause[0].traits.manager:
        return None  # "Brevik, the runaway leaders having gone clear with a win over Norheim"
    named = [m for m in before if (m.entity or m.traits.manager) and m.entity != taken]
    opens = opening_before(frame)
    named = [m for m in named if m.first > opens] or named
    subjects = [m for m in named if acts(m)]
    is_open = taken is not None and len({m.entity or m.traits.manager for m in named}) > 1
    candidates = subjects or (named if frame.noun and not is_open else [])
    return candidates[-1] if candidates else None


def acts(mention: Mention) -> bool:
    """Whether a team is a subject, also where the parse joins it to a name before "but".

    "Brevik replied through Kaba but Hallvik held on for a 2-1 victory".
    """
    behind = mention.sentence.tokens[mention.last + 1 : mention.last + 2]
    is_next = mention.named and mention.word_before in OPENERS and mention.token.relation == "conj"
    return mention.token.is_subject or (is_next and any(t.tag in ("VBD", "VBZ") for t in behind))


def opening_before(frame: Frame) -> int:
    """Where the part of a sentence that a result stands in begins: behind its last "and ,"."""
    words_before = [t.text.lower() for t in frame.sentence.tokens[: frame.trigger.index]]
    pairs = list(pairwise(words_before))
    return max((i for i, pair in enumerate(pairs) if pair in JOINED), default=-1)


def team_of(mention: Mention | None, scene: Scene) -> Entity | None:
    """The team a mention is, or plays for, or manages."""
    if mention is None or mention.entity is None:
        return None
    if mention.kind is Kind.TEAM:
        return mention.entity
    return scene.sides.manager_of.get(mention.entity) or scene.sides.team_of.get(mention.entity)


def venue_of(frame: Frame, mentions: Sequence[Mention]) -> Entity | None:
    """The ground a result was reached at: "a 2-0 win at Norheim Park"."""
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

    Who names the ground of an earlier win was a guest there: "after beating Brevik at Fjord Arena".
    """
    tail = frame.tail_text
    place = frame.trigger.index
    before = {t.text.lower() for t in frame.sentence.tokens[max(0, place - 3) : place]}
    if "home" in before or AT_HOME.search(tail):
        return "home"
    if "away" in before or AWAY.search(tail):
        return "away"
    if preposition == "at" and opponent:
        return "away"
    return "away" if venue and (other_day or not opponent) else None
