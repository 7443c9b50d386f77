"""Results told in set phrases: "Hallvik and Brevik played out a goalless draw"."""

import re
from collections.abc import Iterator

from kg.facts.base import evidence_of
from kg.facts.result.legs import ground_of_reverse, is_of_other_leg
from kg.facts.result.told import DREW, ResultTold, Score, goals, oriented, score_in, sign
from kg.lexicon import pattern, table
from kg.mentions import Entity, Scene
from kg.phrasings.marked import Marked, SetPhrase, entity, is_quoted, tellings

TEAMS, SCORE_ALONE, SCORED_TEAMS = 3.0, 2.0, 4.5  # what tellings weigh
NEAR = 6  # words behind a result that may tell of another day
LAST = 3  # sentences at the end of a report
OWNED_TEAM = re.compile(r"> ?['’]s <T")
TURN = pattern("results", "turn")
LONG_AGO = pattern("results", "long_ago")
GROUNDS = (
    ("home", pattern("results", "at_home_before_opponent")),
    ("away", pattern("results", "away_before_opponent")),
)


def tell_phrases(scene: Scene, marked: Marked) -> Iterator[ResultTold]:
    """The results that the set phrases of a sentence tell."""
    for phrase, found in tellings("result", marked):
        told = result_told(phrase, found, marked, scene)
        if told is not None:
            yield told


def result_told(
    phrase: SetPhrase, found: re.Match[str], marked: Marked, scene: Scene
) -> ResultTold | None:
    """The result that one set phrase tells, unless one of its teams is unknown or in quotation."""
    one, other = entity(marked, found, "one"), entity(marked, found, "other")
    reverse = bool(phrase.gives.get("reverse"))
    if reverse:
        is_other = bool(phrase.gives.get("told")) or is_of_other_leg(marked.text, scene)
        if len(scene.sides.pair) != 2 or not is_other or (one and one not in scene.sides.pair):
            return None
        one = one or scene.sides.pair[0]
        other = scene.sides.other(one)
    if (one is not None and one == other) or is_quoted(marked, found) or owns(marked, found):
        return None
    if phrase.gives.get("last") and marked.sentence.number + LAST < len(scene.document.sentences):
        return None
    outcome, score = ended(phrase, score_of(phrase, found))
    is_unlike = outcome == DREW and found.groupdict().get("score")  # "between them ended 2-1"
    if score is None and (is_unlike or not (one and other)):
        return None
    if phrase.says == "score" and one and outcome != DREW:
        return None
    weight = SCORED_TEAMS if one and other and score else TEAMS if one and other else SCORE_ALONE
    return ResultTold(
        holder=one,
        opponent=other,
        outcome=outcome,
        score=score,
        ground=ground_of_reverse(one, scene) if reverse else ground_of(found, marked, other),
        venue=entity(marked, found, "venue"),
        weight=weight,
        sentence=marked.sentence,
        evidence=evidence_of(scene.document.report.id, marked.sentence),
        other_day=reverse or is_told_of_other_day(found, marked, score),
        reverse=reverse,
    )


def owns(marked: Marked, found: re.Match[str]) -> bool:
    """Whether what stands for the other side only owns a team: "over Belize's Cayo Brevik"."""
    end = found.end("other") if found.groupdict().get("other") else -1
    return end >= 0 and bool(OWNED_TEAM.match(marked.text, end))


def is_told_of_other_day(found: re.Match[str], marked: Marked, score: Score | None) -> bool:
    """Whether a result is of another day, by the words before it, in it or right behind it.

    "Hallvik had thumped Brevik 5-0 last month." Without a score any word of the sentence tells.
    """
    if found.groupdict().get("other") is None or found.groupdict().get("one") is None:
        return is_behind_other_day(found, marked)
    behind = marked.text[found.end() :].split()[:NEAR]
    near = marked.text if score is None else " ".join((found[0], *behind))
    return LONG_AGO.search(near) is not None


def is_behind_other_day(found: re.Match[str], marked: Marked) -> bool:
    """Whether words of another day lead to a score: "went through last week when it ended 3-3"."""
    whole = marked.sentence.text.partition(found[0].split()[-1])[0]  # with what is told aside
    parts = (TURN.split(text.lower())[-1] for text in (marked.text[: found.start()], whole))
    days = table("results", "words")["other_day"]
    return any(phrase in part for part in parts for phrase in days)


def ended(phrase: SetPhrase, score: Score | None) -> tuple[str | None, Score | None]:
    """How a match ended for the holder of a phrase, and its score from the holder's side."""
    if phrase.says == "line" and score is not None:
        return sign(score), score
    if phrase.says == "met":
        return None, None
    if phrase.says == "score":
        is_draw = score is not None and score[0] == score[1]
        return DREW if is_draw else None, (max(score), min(score)) if score else None
    return phrase.says, oriented(score, phrase.says)


def score_of(phrase: SetPhrase, found: re.Match[str]) -> Score | None:
    """The score of a phrase: in figures, in words, or told by the phrase itself."""
    groups = found.groupdict()
    if "score" in phrase.gives:
        first, second = phrase.gives["score"]
        return first, second
    if "first" in groups:
        return goals(groups["first"]) or 0, goals(groups.get("second") or "nil") or 0
    if written := score_in(groups.get("score") or ""):
        return written
    goalless = table("results", "words")["goalless"]
    return (0, 0) if any(word in found.group() for word in goalless) else None


def ground_of(found: re.Match[str], marked: Marked, other: Entity | None) -> str | None:
    """Whether the holder was at home, as the words before its opponent tell."""
    if other is None or found.groupdict().get("other") is None:
        return None
    before = marked.text[: found.start("other") - 2]
    return next((ground for ground, words in GROUNDS if words.search(before)), None)
