"""Which results are of the report's own match, and the score and outcome they come to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.facts.goal.told import GoalTold
from kg.facts.result import DREW, LOST, WON, ResultTold, sign
from kg.lexicon import words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.match.setting import LEAD

IN_LEAD = 1.5  # what a result in the lead weighs, as a multiple
ALONE = 0.5  # what one behind the lead weighs that names one side alone, as a share
SURE = 3.0  # what a telling of a goal weighs that is not easily of none
TURNS = words("results", "turns_to_another_day")
FLIPPED = {WON: LOST, LOST: WON, DREW: DREW}

Score = tuple[int, int]


def is_own(told: ResultTold, scene: Scene) -> bool:
    """Whether a result is that of the report's match: its two teams, and not another day's.

    A score alone is, where its sentence names no third team: "it finished 2-1".
    """
    pair = scene.sides.pair
    if told.other_day or not pair:
        return False
    teams = {told.holder, told.opponent} - {None}
    if not teams:
        here = scene.of(told.sentence.number)
        return all(m.entity in pair for m in here if m.kind is Kind.TEAM and m.entity)
    if not teams <= set(pair):
        return False
    if len(teams) == 2 or told.sentence.number < LEAD:
        return True
    return told.score is not None and all(
        m.entity in pair for m in clause_of(told, scene) if m.kind is Kind.TEAM and m.entity
    )


def clause_of(told: ResultTold, scene: Scene) -> Iterator[Mention]:
    """The mentions of a sentence up to where, behind a result, it turns to another day.

    "The 4-1 victory was the biggest since Hallvik beat Brevik".
    """
    tokens = told.sentence.tokens[told.trigger or 0 :]
    ends = next((t.index for t in tokens if t.lower in TURNS), len(told.sentence.tokens))
    return (m for m in scene.of(told.sentence.number) if m.first < ends)


def scorers_of(goals: Iterable[GoalTold]) -> int:
    """How many players a report names and tells how they put the ball in."""
    return len({t.scorer for t in goals if t.scorer and t.named and t.how and t.weight >= SURE})


def holds(told: ResultTold, scorers: int) -> bool:
    """Whether a score has room for all who scored; that of the lead stands whatever is told."""
    in_lead = told.sentence.number < LEAD
    return told.score is None or in_lead or sum(told.score) >= scorers


def weigh(told: Iterable[ResultTold], first: Entity | None) -> tuple[Score | None, str | None]:
    """The score and outcome with most weight, from the view of `first`.

    A score that no team is told with counts for either side, as the outcome has it.
    """
    scores: dict[Score, float] = defaultdict(float)
    outcomes: dict[str, float] = defaultdict(float)
    for t in told:
        is_mine = t.holder == first or (t.holder is None and t.opponent != first)
        in_lead = t.sentence.number < LEAD
        alone = not in_lead and (t.holder is None) != (t.opponent is None)
        weight = t.weight * (IN_LEAD if in_lead else ALONE if alone else 1)
        if t.outcome:
            outcomes[t.outcome if is_mine else FLIPPED[t.outcome]] += weight
        if t.score:
            turned = t.score[1], t.score[0]
            is_open = t.holder is None and t.opponent is None
            for score in {t.score, turned} if is_open else {t.score if is_mine else turned}:
                scores[score] += weight
    outcome = max(outcomes, key=lambda o: (outcomes[o], o), default=None)
    fitting = [s for s in scores if outcome is not None and sign(s) == outcome]
    return max(fitting, key=lambda s: (scores[s], s), default=None), outcome


def final_of(told: Iterable[ResultTold], scene: Scene, scorers: int) -> Score | None:
    """The score that is told of the end of the match, but of no side: "the final score, 3-1"."""
    mine = (t for t in told if is_own(t, scene) and holds(t, scorers))
    scores = {t.score for t in mine if t.score and t.holder is None and t.opponent is None}
    return scores.pop() if len(scores) == 1 else None
