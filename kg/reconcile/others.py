"""The other played matches that a report mentions: "Hallvik had lost 1-0 at Brevik in May"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.facts.match import MatchFact
from kg.facts.result import DREW, LOST, WON, ResultTold
from kg.lexicon import pattern, table, words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.names.known import KnownNames
from kg.reconcile.days import past_day
from kg.reconcile.grouping import by_match, first_teams, from_opponent, teams_of
from kg.reconcile.matches import is_own, weigh
from kg.reconcile.mentioned import is_clear
from kg.reconcile.tables import is_league

BESIDE = 8  # words between a result and its competition
SAME_DAY = pattern("results", "same_day")
OF_TABLE = pattern("results", "of_table")
NOT_PLAYED = pattern("setting", "not_played")

Teams = Mapping[Entity, Entity]


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
        if (not is_own(t, scene)) if main else is_clear(t, told, scene, known):
            one = at_known_ground(with_holder(t, scene, team_of), scene, known) if main else t
            pair = teams_of(one)
            is_again = bool(main) and pair == set(scene.sides.pair) and is_told_again(one, own)
            if not is_again and len(pair) == 2 and (None not in pair or (one.venue and one.score)):
                found.append(one)
    return tuple(to_match(tellings, scene, main) for tellings in by_match(found))


def is_told_again(told: ResultTold, own: Sequence[ResultTold]) -> bool:
    """Whether a result of the report's two teams is, after all, no other match of theirs.

    One of another day is, unless its sentence tells the same of this day, or it only sums up what
    happened between them: "had never beaten Brevik".
    """
    if not told.other_day:
        return True
    same = any(t.sentence is told.sentence and t.score == told.score for t in own)
    return (same and not told.reverse) or (told.history and told.score is None)


def at_known_ground(told: ResultTold, scene: Scene, known: KnownNames) -> ResultTold:
    """A result on the ground of one of its teams, or of the other side of the report's match."""
    if told.venue is None or told.holder is None:
        return told
    hosts = {club for form in told.venue.forms for club in known.clubs_at(form)}
    named = [
        team
        for team in scene.cast.of_kind(Kind.TEAM)
        if hosts & {club for form in team.forms for club in known.clubs_called(form)}
    ]
    host = named[0] if len(named) == 1 else None
    if host == told.holder:
        return replace(told, ground="home")
    if host and host in (told.opponent, scene.sides.other(told.holder)):
        return replace(told, opponent=host, ground="away")
    return told


def with_holder(told: ResultTold, scene: Scene, team_of: Teams) -> ResultTold:
    """A result with the side it is of: that of who is named nearest before it, or behind it.

    "Kaba lit up last week's 3-0 win over Brevik" is a win of Kaba's side.
    """
    if told.holder is not None or told.opponent is None or told.trigger is None:
        return told
    if is_of_somebody_else(told, scene):
        return told
    sides = [side for m in nearest(told, scene) if (side := side_of(m, scene, team_of))]
    if told.opponent in scene.sides.pair:
        holder = scene.sides.other(told.opponent) if told.other_day else None
    else:
        holder = next(iter(sides), None)
    return replace(told, holder=holder)


def is_of_somebody_else(told: ResultTold, scene: Scene) -> bool:
    """Whether a result is that of a team left open: "the leaders going clear with a win"."""
    place = told.trigger or 0
    teams = [m for m in scene.of(told.sentence.number) if m.kind is Kind.TEAM and m.last < place]
    subjects = [m for m in teams if m.token.is_subject and not m.is_pronoun]
    return bool(subjects) and not (subjects[-1].entity or subjects[-1].traits.manager)


def nearest(told: ResultTold, scene: Scene) -> Iterator[Mention]:
    """The mentions of a result's sentence, those before it first, the nearest first."""
    here = scene.of(told.sentence.number)
    place = told.trigger or 0
    yield from sorted((m for m in here if m.last < place), key=lambda m: -m.last)
    yield from sorted((m for m in here if m.first > place), key=lambda m: m.first)


def side_of(mention: Mention, scene: Scene, team_of: Teams) -> Entity | None:
    """The side of the report's match that a mention is, plays for or manages."""
    one = mention.entity
    if one is None:
        return None
    if mention.kind is Kind.TEAM:
        return one if one in scene.sides.pair else None
    side = scene.sides.manager_of.get(one) or team_of.get(one)
    return side if side in scene.sides.pair else None


def to_match(told: Sequence[ResultTold], scene: Scene, main: MatchFact | None) -> MatchFact:
    """One other match from all that is told of it."""
    best = first_teams(told)
    seen = [t if t.holder == best.holder else from_opponent(t) for t in told]
    ground = next((t.ground for t in seen if t.ground), None)
    first, second = (
        (best.opponent, best.holder) if ground == "away" else (best.holder, best.opponent)
    )
    score, outcome = weigh([t for t in told if t.outcome], first)
    competition, stage = shared_competition(best, scene, main)
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


def shared_competition(
    told: ResultTold, scene: Scene, main: MatchFact | None
) -> tuple[Entity | None, Entity | None]:
    """The competition named beside another match, or the one whose table both are told to be in."""
    if main and told.reverse:
        return main.competition, main.stage
    here = scene.of(told.sentence.number)
    stage = next((m.entity for m in here if m.kind is Kind.STAGE), None)
    if main and stage and stage == main.stage and not told.other_day:
        return main.competition, stage
    text = told.sentence.text.lower()
    if any(phrase in text for phrase in table("results", "words")["other_competition"]):
        return None, None
    named = [m for m in here if m.kind is Kind.COMPETITION and m.entity and is_played_in(m)]
    place = told.trigger or 0
    beside = min(named, key=lambda m: abs(m.head - place), default=None)
    if beside and abs(beside.head - place) <= BESIDE and not is_parted(beside, place):
        return beside.entity, None
    if main and main.competition and is_league(main.competition) and OF_TABLE.search(text):
        return main.competition, None
    return None, None


def is_played_in(competition: Mention) -> bool:
    """Whether a competition is played in, and no "Cup hopes" or "good news for the League"."""
    tokens = competition.sentence.tokens
    behind = " ".join(t.lower for t in tokens[competition.last + 1 : competition.last + 3])
    before = [t.lower for t in tokens[max(0, competition.first - 2) : competition.first]]
    return not NOT_PLAYED.search(behind) and "for" not in before


def is_parted(competition: Mention, place: int) -> bool:
    """Whether another time or result stands between a result and a competition.

    "A win after the Cup", "their Cup run goes on after a defeat", "X's Cup win and Y's win".
    """
    tokens = competition.sentence.tokens
    first, last = sorted((competition.first, place))
    between = {t.lower for t in tokens[first + 1 : last]}
    others = {"after", "following", "from", "since", "before"} | words("results", "nouns")
    before = tokens[max(0, competition.first - BESIDE) : competition.first]
    is_of_former = competition.first < place and any(
        t.lower in words("results", "nouns") for t in before
    )
    return bool(others & between) or is_of_former
