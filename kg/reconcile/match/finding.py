"""The match a report is about: who met, how it ended, when and where."""

from collections.abc import Sequence
from datetime import date

from kg.blocks import Kind as BlockKind
from kg.facts.base import Evidence, evidence_of
from kg.facts.goal.told import GoalTold
from kg.facts.match import MatchFact
from kg.facts.result import DREW, LOST, WON, ResultTold, sign
from kg.language import Sentence
from kg.lexicon import words
from kg.mentions import Scene
from kg.names.known import KnownNames
from kg.reconcile.match.attended import attendance_of, referee_of
from kg.reconcile.match.days import day_in_passing, day_of_match
from kg.reconcile.match.listed import half_time, is_listed, listed_evidence, listed_score, sources
from kg.reconcile.match.reported import reports_match
from kg.reconcile.match.results import holds, is_own, scorers_of, weigh
from kg.reconcile.match.setting import (
    city_of,
    competition_of,
    leading,
    stage_of,
    venue_of,
)

DATED = 2  # sentences of the lead in which the day of the match stands
VERSUS = words("results", "versus")


def main_match(
    scene: Scene, told: Sequence[ResultTold], goals: Sequence[GoalTold], known: KnownNames
) -> MatchFact | None:
    """The match the report is about, or nothing if it reports none.

    Args:
        scene: the report with all that it mentions.
        told: the results that it tells, of this match and of others.
        goals: its goals, as each sentence tells them.
        known: names of competitions and grounds.
    """
    pair = scene.sides.pair
    scorers = scorers_of(goals)
    own = [t for t in told if is_own(t, scene) and holds(t, scorers)]
    titled = is_titled(scene, own)
    others = len({(t.sentence.number, t.trigger) for t in told if not is_own(t, scene)})
    is_report = (
        is_listed(scene)
        or (scene.document.is_passage and bool(own))
        or reports_match(scene, own, others, scorers, titled=titled)
    )
    is_on_others = scene.document.is_passage and not own and any(map(is_whole, told))
    if len(pair) != 2 or not is_report or is_on_others:
        return None
    first, second = (scene.sides.home, scene.sides.away) if scene.sides.home else pair
    score, outcome = weigh(own, first)
    listed = listed_score(scene, first)
    in_words = outcome is not None
    if score is None and listed and outcome in (None, sign(listed)):
        score, outcome = listed, sign(listed)
    lead = leading(scene)
    elsewhere = {t.venue for t in told if t.venue and not is_own(t, scene)}
    said = tuple(dict.fromkeys(t.evidence for t in own))
    return MatchFact(
        teams=(first, second),
        home_known=scene.sides.home is not None,
        score=score,
        winner={WON: first, LOST: second}.get(outcome or DREW),
        drawn=outcome == DREW,
        date=day_told(scene, lead[:DATED]),
        competition=competition_of(scene, lead),
        stage=stage_of(scene, lead),
        venue=venue_of(scene, elsewhere, scene.sides.home, known),
        city=city_of(scene, lead, known),
        referee=referee_of(scene),
        attendance=attendance_of(scene),
        half_time=half_time(scene, first),
        main=True,
        listed=listed is not None and not in_words,
        evidence=said or first_words(scene, lead),
        sources=sources(scene),
        confidence=0.95 if own else 0.6,
    )


def is_whole(told: ResultTold) -> bool:
    """Whether a result is told with its score and both teams."""
    return None not in (told.holder, told.opponent, told.score)


def day_told(scene: Scene, lead: Sequence[Sentence]) -> date | None:
    """The day of the match, as its lead tells it or another sentence in passing."""
    prose = [s for s in scene.document.sentences if s.block.kind is BlockKind.PROSE]
    published = scene.document.report.date
    return day_of_match(lead, published) or day_in_passing(prose, published)


def first_words(scene: Scene, lead: Sequence[Sentence]) -> tuple[Evidence, ...]:
    """The first sentence of a report, or its sheet where it has none."""
    report = scene.document.report
    if lead:
        return (evidence_of(report.id, lead[0]),)
    return listed_evidence(scene)


def is_titled(scene: Scene, own: Sequence[ResultTold]) -> bool:
    """Whether a headline names the two sides or their result: "Hallvik v Brevik".

    Of several pairs in headlines none is the report's: the draw of a cup.
    """
    pair = scene.sides.pair
    titles = [b.text for b in scene.document.blocks if b.kind is BlockKind.HEADLINE]
    matches = [title for title in titles if VERSUS & set(title.split())]
    if any({t.holder, t.opponent} == set(pair) and is_headline(t.sentence) for t in own):
        return True
    return bool(matches) and all(
        any(form in title for form in side.forms) for title in matches for side in pair
    )


def is_headline(sentence: Sentence) -> bool:
    """Whether a sentence is a headline, or a line of results."""
    return sentence.block.kind is BlockKind.HEADLINE
