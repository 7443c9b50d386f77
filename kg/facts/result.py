"""How results are told: "a 1-1 draw with X", "lost 1-0 at Y", "X's 5-1 win over Y", "X 2-1 Y"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.blocks import Kind as BlockKind
from kg.facts.analysis import Analysis
from kg.facts.base import CAPTION, evidence_of
from kg.facts.result_phrases import tell_phrases
from kg.facts.result_sides import ground_of, holder_of, opponent_of, venue_of
from kg.facts.result_told import (
    DREW,
    LOST,
    SCORE,
    WON,
    ResultTold,
    Score,
    oriented,
    score_at,
    sign,
)
from kg.frames import Frame, Standing
from kg.language import Sentence, Token
from kg.lexicon import table
from kg.mentions import Entity, Kind, Mention, Scene

UNTOLD = frozenset(
    {Standing.NEGATED, Standing.HYPOTHETICAL, Standing.FUTURE, Standing.QUOTED}
)  # standings of what is no result
NO_RESULT = frozenset({"see"})  # "saw off Brevik" and "saw Kaba head wide" look alike
LINE_SCORE = 4.0  # what "Hallvik 2-1 Brevik" weighs
BARE, WITH_SCORE, WITH_BOTH = 1.5, 2.0, 1.0  # what other tellings weigh, and what adds to it
WINDOW = 12  # words of a verb's tail in which its score stands
NOUN_BEFORE, NOUN_BEHIND = 5, 3  # words around a noun of a result in which its score stands
BEFORE, BEHIND = 12, 16  # words around a result that may tell of another day
INFLICTED = 8  # words between "inflicted" and the defeat
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def tell_results(scene: Scene, here: Analysis) -> Iterator[ResultTold]:
    """The results a sentence tells."""
    sentence, mentions = here.sentence, here.mentions
    report = scene.document.report.id
    found = [*score_lines(sentence, mentions, report), *tell_phrases(scene, here.marked)]
    claimed: set[int] = set()
    for frame in here.results:
        outcome = outcome_of(frame)
        if outcome is None or frame.standing in UNTOLD:
            continue
        told = result_of(frame, outcome, scene, mentions, report)
        if told and (told.score or told.opponent) and frame.trigger.index not in claimed:
            claimed.add(frame.trigger.index)
            found.append(told)
    is_history = any(
        phrase in sentence.text.lower() for phrase in table("results", "words")["history"]
    )
    is_caption = sentence.block.kind is BlockKind.CAPTION
    for told in found:
        yield replace(
            told,
            other_day=told.other_day or is_history,
            weight=told.weight * (CAPTION if is_caption else 1),
        )


def score_lines(
    sentence: Sentence, mentions: Sequence[Mention], report: str
) -> Iterator[ResultTold]:
    """The scores between two teams, the first at home: "Hallvik 2-1 Brevik"."""
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


def outcome_of(frame: Frame) -> str | None:
    """What a frame's trigger means for its holder."""
    outcomes = table("results", "outcomes" if frame.noun else "verbs")
    outcome = next((o for o in (WON, LOST, DREW) if frame.lemma in outcomes[o]), None)
    if frame.noun and outcome == LOST and is_inflicted(frame):
        return WON
    if frame.passive and outcome == WON:
        return LOST
    return DREW if frame.passive and frame.lemma == "hold" else outcome


def is_inflicted(frame: Frame) -> bool:
    """Whether a defeat is another's: "inflicted a 2-0 defeat on Brevik"."""
    place = frame.trigger.index
    before = frame.sentence.tokens[max(0, place - INFLICTED) : place]
    return any(t.text.lower() in table("results", "outcomes")["inflicts"] for t in before)


def result_of(
    frame: Frame, outcome: str, scene: Scene, mentions: Sequence[Mention], report: str
) -> ResultTold | None:
    """The result that a frame tells, as far as its clause says."""
    opponent_mention, preposition = opponent_of(frame, mentions, drawn=outcome == DREW)
    holder = holder_of(frame, scene, mentions, opponent_mention)
    opponent = (
        opponent_mention.entity if opponent_mention and opponent_mention.kind is Kind.TEAM else None
    )
    after_shoot_out = is_shoot_out(frame)
    outcome = DREW if after_shoot_out else outcome
    score = score_near(frame, outcome)
    venue = venue_of(frame, mentions)
    if holder == opponent or not tells_result(frame, outcome, score, opponent):
        return None
    if not score and is_over_two_legs(frame):
        return None
    other_day = is_of_other_day(frame, scene)
    return ResultTold(
        holder=holder,
        opponent=opponent,
        outcome=outcome,
        score=oriented(score, outcome),
        ground=ground_of(frame, preposition, opponent, venue, other_day=other_day),
        venue=venue,
        weight=BARE + bool(score) * WITH_SCORE + bool(holder and opponent) * WITH_BOTH,
        sentence=frame.sentence,
        evidence=evidence_of(report, frame.sentence),
        other_day=other_day or frame.standing is Standing.ELSEWHERE,
        trigger=frame.trigger.index,
    )


def is_shoot_out(frame: Frame) -> bool:
    """Whether a win is one on penalties, after a match that was drawn."""
    text = " ".join(t.text.lower() for t in frame.tail[:WINDOW])
    return any(phrase in text for phrase in table("results", "words")["shoot_out"])


def is_over_two_legs(frame: Frame) -> bool:
    """Whether a result is that of two legs together: "beat Brevik 4-3 on aggregate"."""
    place = frame.trigger.index
    around = frame.sentence.tokens[max(0, place - 2) : place + 6]
    return "aggregate" in (t.text.lower() for t in around)


def tells_result(frame: Frame, outcome: str, score: Score | None, opponent: Entity | None) -> bool:
    """Whether a trigger tells a result here: "beat" needs an opponent, "crashed" a score."""
    if frame.lemma in NO_RESULT or is_idiom(frame):
        return False
    if not frame.noun and frame.lemma in table("results", "verbs")["need_score"]:
        return oriented(score, outcome) is not None
    is_verb_of_victory = not frame.noun and outcome == WON and frame.lemma != "win"
    return not is_verb_of_victory or opponent is not None or score is not None


def is_idiom(frame: Frame) -> bool:
    """Whether a trigger means no result: "at a loss", "drawn against Brevik", "a reverse pass"."""
    if frame.lemma == "draw" and frame.passive:
        return True
    place, tokens = frame.trigger.index, frame.sentence.tokens
    if frame.noun and place + 1 < len(tokens) and is_common_noun(tokens[place + 1]):
        return True
    return [t.text.lower() for t in tokens[max(0, place - 2) : place]] == ["at", "a"]


def is_common_noun(token: Token) -> bool:
    """Whether a word is a noun and no name: "a reverse pass", "a win bonus"."""
    return token.tag in ("NN", "NNS") and token.name is None and not SCORE.fullmatch(token.text)


def is_of_other_day(frame: Frame, scene: Scene) -> bool:
    """Whether words around a result tell that it is of another day: "last week's 2-0 win"."""
    place = frame.trigger.index
    near = frame.sentence.tokens[max(0, place - BEFORE) : place + BEHIND]
    reach = " ".join(t.text.lower() for t in near)
    if any(phrase in reach for phrase in table("results", "words")["other_day"]):
        return True
    published = scene.document.report.date
    tokens = frame.sentence.tokens
    years = [int(t.text) for t in near if YEAR.fullmatch(t.text) and not is_since(tokens, t)]
    return bool(years) and (published is None or any(year != published.year for year in years))


def is_since(tokens: Sequence[Token], year: Token) -> bool:
    """Whether a year only tells how long ago something was: "his first since April 2016"."""
    before = tokens[max(0, year.index - 2) : year.index]
    return "since" in (t.text.lower() for t in before)


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


__all__ = ["DREW", "LOST", "WON", "ResultTold", "Score", "sign", "tell_results"]
