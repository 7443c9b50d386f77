"""The other played matches that a report mentions: "Hallvik had lost 1-0 at Brevik in May"."""

from collections.abc import Sequence
from datetime import date

from kg.facts.match import MatchFact
from kg.facts.result import DREW, LOST, WON, ResultTold
from kg.lexicon import pattern
from kg.mentions import Scene
from kg.names.known import KnownNames
from kg.reconcile.beside.grouping import by_match, first_teams, from_opponent, teams_of
from kg.reconcile.beside.holders import Teams, at_known_ground, with_holder
from kg.reconcile.beside.mentioned import is_clear
from kg.reconcile.match.days import past_day
from kg.reconcile.match.results import is_own, weigh
from kg.reconcile.season.competitions import competition_beside

SAME_DAY = pattern("results", "same_day")


def other_matches(
    scene: Scene,
    told: Sequence[ResultTold],
    main: MatchFact | None,
    team_of: Teams,
    known: KnownNames,
) -> tuple[MatchFact, ...]:
    """The other played matches: between two teams, or of one, with a score and a ground.

    Args:
        scene: the report with everybody in it.
        told: every result that the report tells.
        main: the match it reports, if it reports one.
        team_of: the side of each player, as far as it is clear.
        known: the names of clubs and countries.
    """
    found: list[ResultTold] = []
    own = [t for t in told if is_own(t, scene)]
    for t in told:
        if any(is_one_result(t, o) for o in own):
            continue
        if (not is_own(t, scene)) if main else is_clear(t, told, scene, known):
            one = at_known_ground(with_holder(t, scene, team_of), scene, known) if main else t
            pair = teams_of(one)
            is_again = bool(main) and pair == set(scene.sides.pair) and is_told_again(one, own)
            if not is_again and len(pair) == 2 and (None not in pair or (one.venue and one.score)):
                found.append(one)
    return tuple(to_match(tellings, scene, main) for tellings in by_match(found))


def is_one_result(one: ResultTold, other: ResultTold) -> bool:
    """Whether two results of a team are one: "Hallvik and Brevik shared a 1-1 draw at Norheim"."""
    is_one = one.sentence is other.sentence and one.holder == other.holder is not None
    return is_one and one.opponent != other.opponent and one.score == other.score is not None


def is_told_again(told: ResultTold, own: Sequence[ResultTold]) -> bool:
    """Whether a result of the report's two teams is, after all, no other match of theirs.

    One of another day is, unless its sentence tells the same of this day, or it only sums up what
    happened between them: "had never beaten Brevik".
    """
    if not told.other_day:
        return True
    others = (t for t in own if t.sentence is told.sentence and t.trigger != told.trigger)
    same = any(t.score == told.score for t in others)
    return (same and not told.reverse) or (told.history and told.score is None)


def to_match(told: Sequence[ResultTold], scene: Scene, main: MatchFact | None) -> MatchFact:
    """One other match from all that is told of it."""
    best = first_teams(told)
    seen = [t if t.holder == best.holder else from_opponent(t) for t in told]
    ground = next((t.ground for t in seen if t.ground), None)
    first, second = (
        (best.opponent, best.holder) if ground == "away" else (best.holder, best.opponent)
    )
    score, outcome = weigh([t for t in told if t.outcome], first)
    competition, stage = competition_beside(best, scene, main)
    return MatchFact(
        teams=(first, second),
        home_known=ground is not None and (main is not None or best.opponent is not None),
        score=score,
        winner={WON: first, LOST: second}.get(outcome or DREW),
        drawn=outcome == DREW,
        date=next((day for t in told if (day := day_of(t, scene, main))), None),
        competition=competition,
        stage=stage,
        venue=next((t.venue for t in told if t.venue), None),
        evidence=tuple(dict.fromkeys(t.evidence for t in told)),
        confidence=0.8,
    )


def day_of(told: ResultTold, scene: Scene, main: MatchFact | None) -> date | None:
    """The day that is told with a result: "on Saturday", "on December 18", "earlier in the day"."""
    if told.trigger is None:
        return None
    tokens = told.sentence.tokens
    offset = told.sentence.start
    start = tokens[max(0, told.trigger - 4)].start - offset
    end = tokens[min(len(tokens), told.trigger + 12) - 1].end - offset
    near = told.sentence.text[start:end]
    if main and SAME_DAY.search(near):
        return main.date
    return past_day(near, scene.document.report.date)
