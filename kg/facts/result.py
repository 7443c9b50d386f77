"""How results are told: "a 1-1 draw with X", "lost 1-0 at Y", "X's 5-1 win over Y", "X 2-1 Y"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.blocks import Kind as BlockKind
from kg.facts.base import Evidence, evidence_of
from kg.facts.result_sides import ground_of, holder_of, opponent_of, venue_of
from kg.frames import Frame, Standing, find_frames
from kg.language import Sentence, Token
from kg.lexicon import table, words
from kg.mentions import Entity, Kind, Mention, Scene

SCORE = re.compile(r"(\d{1,2})[-–](\d{1,2})")
WON, LOST, DREW = "won", "lost", "drew"
UNTOLD = frozenset(
    {Standing.NEGATED, Standing.HYPOTHETICAL, Standing.FUTURE, Standing.QUOTED}
)  # standings of what is no result
NEEDS_SCORE = frozenset({"fall", "slump", "crash", "succumb"})  # "they fell to Brevik's pressure"
NO_RESULT = frozenset({"see"})  # "saw off Brevik" and "saw Kaba head wide" look alike
LINE_SCORE = 4.0  # what "Hallvik 2-1 Brevik" weighs
BARE, WITH_SCORE, WITH_BOTH = 1.5, 2.0, 1.0  # what other tellings weigh, and what adds to it
CAPTION = 0.5  # what a caption's telling weighs, as a share
WINDOW = 12  # words of a verb's tail in which its score stands
BEFORE, BEHIND = 12, 16  # words around a result that may tell of another day


@dataclass(frozen=True)
class ResultTold:
    """One telling of a result, from the view of `holder`: its `outcome`, and the score, its first.

    `ground` tells whether the holder was "home" or "away", `other_day` that it is the result of
    another match than the report's; `weight` is how far to trust it.
    """

    holder: Entity | None
    opponent: Entity | None
    outcome: str | None
    score: tuple[int, int] | None
    ground: str | None
    venue: Entity | None
    weight: float
    sentence: Sentence
    evidence: Evidence
    other_day: bool


def tell_results(scene: Scene, sentence: Sentence) -> Iterator[ResultTold]:
    """The results a sentence tells."""
    mentions = scene.of(sentence.number)
    nouns = words("results", "nouns")
    frames = find_frames(sentence, mentions, nouns)
    report = scene.document.report.id
    yield from score_lines(sentence, mentions, report)
    claimed: set[int] = set()
    for frame in frames:
        outcome = outcome_of(frame)
        if outcome is None or frame.standing in UNTOLD:
            continue
        told = result_of(frame, outcome, scene, mentions, report)
        if told and (told.score or told.opponent) and frame.trigger.index not in claimed:
            claimed.add(frame.trigger.index)
            yield told


def score_lines(
    sentence: Sentence, mentions: Sequence[Mention], report: str
) -> Iterator[ResultTold]:
    """The scores between two teams, the first at home: "Newcastle 2-1 Bolton"."""
    at = {m.first: m for m in mentions if m.kind is Kind.TEAM and m.named}
    until = {m.last: m for m in mentions if m.kind is Kind.TEAM and m.named}
    for token in sentence.tokens:
        found = SCORE.fullmatch(token.text)
        home, away = until.get(token.index - 1), at.get(token.index + 1)
        if found and home and away and home.entity != away.entity:
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


def sign(score: tuple[int, int]) -> str:
    """The outcome of a score for its first side."""
    return DREW if score[0] == score[1] else WON if score[0] > score[1] else LOST


def outcome_of(frame: Frame) -> str | None:
    """What a frame's trigger means for its holder."""
    outcomes = table("results", "outcomes" if frame.noun else "verbs")
    outcome = next((o for o, forms in outcomes.items() if frame.lemma in forms), None)
    if frame.passive and outcome == WON:
        return LOST
    return DREW if frame.passive and frame.lemma == "hold" else outcome


def result_of(
    frame: Frame, outcome: str, scene: Scene, mentions: Sequence[Mention], report: str
) -> ResultTold | None:
    """The result that a frame tells, as far as its clause says."""
    sentence, trigger = frame.sentence, frame.trigger
    score = score_near(sentence, trigger, frame)
    opponent_mention, preposition = opponent_of(frame, mentions)
    holder = holder_of(frame, scene, mentions, opponent_mention)
    opponent = (
        opponent_mention.entity if opponent_mention and opponent_mention.kind is Kind.TEAM else None
    )
    venue = venue_of(frame, mentions)
    if holder == opponent or not tells_result(frame, outcome, score, opponent):
        return None
    other_day = is_of_other_day(frame)
    weight = BARE + bool(score) * WITH_SCORE + bool(holder and opponent) * WITH_BOTH
    return ResultTold(
        holder=holder,
        opponent=opponent,
        outcome=outcome,
        score=oriented(score, outcome),
        ground=ground_of(frame, preposition, opponent, venue, other_day=other_day),
        venue=venue,
        weight=weight * (CAPTION if sentence.block.kind is BlockKind.CAPTION else 1),
        sentence=sentence,
        evidence=evidence_of(report, sentence),
        other_day=other_day or frame.standing is Standing.ELSEWHERE,
    )


def tells_result(
    frame: Frame, outcome: str, score: tuple[int, int] | None, opponent: Entity | None
) -> bool:
    """Whether a trigger tells a result here: "beat" needs an opponent, "crashed" a score."""
    if frame.lemma in NO_RESULT:
        return False
    if frame.lemma in NEEDS_SCORE:
        return bool(score)
    is_verb_of_victory = not frame.noun and outcome == WON and frame.lemma != "win"
    return not is_verb_of_victory or opponent is not None or score is not None


def is_of_other_day(frame: Frame) -> bool:
    """Whether words around a result tell that it is of another day: "last week's 2-0 win"."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    reach = " ".join(t.text.lower() for t in near)
    return any(phrase in reach for phrase in table("results", "words")["other_day"])


def oriented(score: tuple[int, int] | None, outcome: str) -> tuple[int, int] | None:
    """A score from the holder's view: who "lost 1-0" scored none."""
    if score is None:
        return None
    high, low = max(score), min(score)
    if (outcome == DREW) != (high == low):
        return None
    return (low, high) if outcome == LOST else (high, low)


def score_near(sentence: Sentence, trigger: Token, frame: Frame) -> tuple[int, int] | None:
    """The score that belongs to a result: right before its noun, or in the tail of its verb."""
    if frame.noun:
        window = [
            *reversed(sentence.tokens[max(0, trigger.index - 5) : trigger.index]),
            *sentence.tokens[trigger.index + 1 : trigger.index + 3],
        ]
    else:
        window = list(frame.tail[:WINDOW])
    for token in window:
        found = SCORE.fullmatch(token.text)
        if found:
            return int(found[1]), int(found[2])
        if frame.noun and token.text in ",;":
            break
    return None
