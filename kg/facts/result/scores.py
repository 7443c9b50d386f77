"""The score that belongs to a result: beside its verb or noun, or between two teams."""

from collections.abc import Iterator, Sequence

from kg.facts.base import evidence_of
from kg.facts.result.told import (
    DREW,
    SCORE,
    ResultTold,
    Score,
    score_at,
    sign,
)
from kg.facts.result.triggers import (
    WINDOW,
)
from kg.frames import Frame
from kg.language import Sentence, Token
from kg.language.document import DASHES
from kg.lexicon import table
from kg.mentions import Kind, Mention

LONGEST_BRACKET = 6  # words, with the brackets
LINE_SCORE = 4.0  # what "Hallvik 2-1 Brevik" weighs
NOUN_BEFORE, NOUN_BEHIND = 5, 3  # words around a noun of a result in which its score stands


def score_lines(
    sentence: Sentence, mentions: Sequence[Mention], report: str
) -> Iterator[ResultTold]:
    """The scores between two teams, the first at home: "Hallvik 2-1 Brevik"."""
    at = {m.first: m for m in mentions if m.kind is Kind.TEAM and m.named}
    until = {m.last: m for m in mentions if m.kind is Kind.TEAM and m.named}
    for before, home in sorted(until.items()):
        written = written_score(sentence.tokens, before + 1)
        found = SCORE.fullmatch("".join(t.text for t in written))
        away = at.get(past_bracket(sentence.tokens, before + 1 + len(written)))
        if found and away and home.entity != away.entity:
            score = int(found[1]), int(found[2])
            yield ResultTold(
                holder=home.entity,
                opponent=away.entity,
                outcome=sign(score),
                score=score,
                ground="home",
                venue=None,
                weight=LINE_SCORE,
                sentence=sentence,
                evidence=evidence_of(report, sentence),
                other_day=False,
            )


def past_bracket(tokens: Sequence[Token], place: int) -> int:
    """The place behind a short bracket that opens at one: "Hallvik 2-1 (a.e.t.) Brevik"."""
    if place >= len(tokens) or tokens[place].text != "(":
        return place
    closes = (t.index + 1 for t in tokens[place : place + LONGEST_BRACKET] if t.text == ")")
    return next(closes, place)


def written_score(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """The words of a score that opens at a place, which may be parted: "2-1", "2 - 1"."""
    three = tokens[place : place + 3]
    is_parted = len(three) > 2 and three[1].text in DASHES and three[0].text.isdigit()
    return three if is_parted else three[:1]


def score_near(frame: Frame, outcome: str) -> Score | None:
    """The score that belongs to a result: around its noun, or in the tail of its verb."""
    tokens, place = frame.sentence.tokens, frame.trigger.index
    if not frame.noun:
        scores = (score_at(tokens, t.index) for t in frame.tail[:WINDOW])
        return next((score for score in scores if score), None)
    before = [t.text.lower() for t in tokens[max(0, place - 2) : place]]
    if outcome == DREW and table("results", "words")["goalless"].intersection(before):
        return 0, 0
    around = [
        *range(place - 1, max(-1, place - 1 - NOUN_BEFORE), -1),
        *range(place + 1, min(len(tokens), place + 1 + NOUN_BEHIND)),
    ]
    for i in around:
        if score := score_at(tokens, i):
            return score
        if tokens[i].text in ",;":
            return None
    return None
