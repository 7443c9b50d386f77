"""One telling of a result: whose it is, against whom, the score, and how far to trust it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.facts.base import Evidence
from kg.language import Sentence, Token
from kg.lexicon import table, to_number, words
from kg.mentions import Entity

SCORE = re.compile(r"(\d{1,2})[-–](\d{1,2})")
IN_WORDS = re.compile(r"([a-z]+)-([a-z]+)")
LEVEL = re.compile(r"(\w+)[- ](?:goals? )?(?:all|apiece|each)\b")
TO = re.compile(r"\d{1,2} to \d{1,2}$")
TWO_NUMBERS = re.compile(r"(\w+)(?:[-–]| (?:goals? )?to )(\w+)")
MOST_GOALS = 12  # of one side, written in words
WON, LOST, DREW = "won", "lost", "drew"
NEAR = 5  # words behind a score that tell what it is the score of
BEHIND = ("all", "apiece", "each", "goal", "to")  # how a word behind a number begins

Score = tuple[int, int]


@dataclass(frozen=True)
class ResultTold:
    """One telling of a result, from the view of `holder`: its `outcome`, and the score, its first.

    `ground` tells whether the holder was "home" or "away", `other_day` that it is the result of
    another match than the report's, `reverse` that this was one of the same two teams on the
    other's ground, `history` that its sentence sums up many; `weight` is how far to trust it. A
    score without teams ("it finished 2-1") has neither holder nor outcome. `trigger` is the place
    of the noun or verb that tells it, if one does.
    """

    holder: Entity | None
    opponent: Entity | None
    outcome: str | None
    score: Score | None
    ground: str | None
    venue: Entity | None
    weight: float
    sentence: Sentence
    evidence: Evidence
    other_day: bool
    trigger: int | None = None
    reverse: bool = False
    history: bool = False


def sign(score: Score) -> str:
    """The outcome of a score for its first side."""
    return DREW if score[0] == score[1] else WON if score[0] > score[1] else LOST


def oriented(score: Score | None, outcome: str) -> Score | None:
    """A score from the holder's view: who "lost 1-0" scored none."""
    if score is None:
        return None
    high, low = max(score), min(score)
    if (outcome == DREW) != (high == low):
        return None
    return (low, high) if outcome == LOST else (high, low)


def score_at(tokens: Sequence[Token], i: int) -> Score | None:
    """The score a match ended with that stands at a place of a sentence.

    "2-1", "two-nil", "two-all", "three apiece", "by 2 to 0" and "three goals to one" are scores;
    "4-3 on penalties", "3-1 on aggregate" and "2-0 up" are none.
    """
    return read_score(tokens, i) if may_be_score(tokens, i) else None


def read_score(tokens: Sequence[Token], i: int) -> Score | None:
    """The score that the words at a place of a sentence are, where they are one."""
    word = tokens[i].text.lower()
    three = " ".join(t.lower for t in tokens[i : i + 3])
    if (level := LEVEL.match(three)) and goals(level[1]) is not None:
        return None if is_of_else(tokens, i + level[0].count(" ")) else score_in(level[0])
    if i and tokens[i - 1].lower in ("by", "with") and TO.match(three):
        return score_in(three)
    if found := SCORE.fullmatch(word):
        return None if is_of_else(tokens, i) else (int(found[1]), int(found[2]))
    if (found := IN_WORDS.fullmatch(word)) and word not in table("results", "words")["no_scores"]:
        first, second = goals(found[1]), goals(found[2])
        if first is not None and second is not None and not is_of_else(tokens, i):
            return first, second
    following = [t.text.lower() for t in tokens[i + 1 : i + 4]]
    if following[:1] in (["goal"], ["goals"]) and following[1:2] == ["to"] and following[2:]:
        first, second = goals(word), goals(following[2])
        return None if first is None or second is None else (first, second)
    return None


def may_be_score(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word has a dash, or goes on as a score in words does: of few others it is asked."""
    word = tokens[i].text
    behind = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
    return "-" in word or "–" in word or behind.startswith(BEHIND)


def score_in(text: str) -> Score | None:
    """The score that some words are: "2-1", "2 to 1", "two-nil", "two-all", "three apiece"."""
    if level := LEVEL.fullmatch(text):
        each = goals(level[1])
        return None if each is None else (each, each)
    two = TWO_NUMBERS.fullmatch(text)
    first, second = (goals(two[1]), goals(two[2])) if two else (None, None)
    return None if first is None or second is None else (first, second)


def goals(word: str) -> int | None:
    """A number of goals in figures or words; "nil" is none."""
    if word in words("numbers", "no_goal"):
        return 0
    number = to_number(word)
    return number if number is not None and number <= MOST_GOALS else None


def is_of_else(tokens: Sequence[Token], i: int) -> bool:
    """Whether a score is of a shoot-out, of two legs together, or of a part of the match."""
    after = " ".join(t.text.lower() for t in tokens[i + 1 : i + 1 + NEAR])
    before = " ".join(t.text.lower() for t in tokens[max(0, i - 2) : i])
    kinds = table("results", "words")
    return any(after.startswith(phrase) for phrase in kinds["no_result_behind"]) or any(
        before.endswith(phrase) for phrase in kinds["no_result_before"]
    )
