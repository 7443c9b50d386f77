"""The scores that a report tells on the way to the end of its match: "made it 2-1", "at 3-3"."""

from collections.abc import Iterator

from kg.blocks import Kind as BlockKind
from kg.facts import Tellings
from kg.facts.analysis import Analysis
from kg.facts.result import Score
from kg.facts.result.told import SCORE, score_at
from kg.lexicon import pattern, table
from kg.mentions import Entity, Kind, Scene

OF_ELSE = pattern("results", "no_running_score")


def highest_score(scene: Scene, told: Tellings) -> Score | None:
    """The score with most goals that is told of some moment of the report's match.

    It may be given from either side. Where two have as many goals and differ, there is none.
    """
    scores = {tuple(sorted(score, reverse=True)): score for score in running(scene, told)}
    most = max((sum(score) for score in scores), default=0)
    highest = [own for score, own in scores.items() if sum(score) == most]
    return highest[0] if len(highest) == 1 else None


def running(scene: Scene, told: Tellings) -> Iterator[Score]:
    """Every score told of the report's match: by goals, and by themselves."""
    yield from (goal.score for goal in told.goals if goal.score)
    others = {t.sentence.number for t in told.results if t.other_day or t.history}
    pair = set(scene.sides.pair)
    for here in told.sentences:
        is_prose = here.sentence.block.kind is BlockKind.PROSE
        if is_prose and here.sentence.number not in others and tells_of(pair, here):
            yield from scores_in(here)


def tells_of(pair: set[Entity], here: Analysis) -> bool:
    """Whether a sentence is of no other match, of no two legs together and of no shoot-out."""
    teams = {m.entity for m in here.mentions if m.kind is Kind.TEAM and m.entity}
    text = here.sentence.text.lower()
    other_day = any(phrase in text for phrase in table("results", "words")["other_day"])
    return teams <= pair and not other_day and not OF_ELSE.search(text)


def scores_in(here: Analysis) -> Iterator[Score]:
    """The scores among the words of a sentence, none of them in quotation marks."""
    tokens = here.sentence.tokens
    for place, token in enumerate(tokens):
        if token.quoted:
            continue
        if found := SCORE.fullmatch(token.text):  # also where it is of the moment: "2-0 up"
            yield int(found[1]), int(found[2])
        elif score := score_at(tokens, place):
            yield score
