"""Which competition another match was played in: one named beside it, or that of a table."""

from kg.facts.match import MatchFact
from kg.facts.result import ResultTold
from kg.lexicon import pattern, table, words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.reconcile.season.leagues import is_league

BESIDE = 8  # words between a result and its competition
OF_TABLE = pattern("results", "of_table")
NOT_PLAYED = pattern("setting", "not_played")


def competition_beside(
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
    others = words("results", "to_another") | words("results", "nouns")
    before = tokens[max(0, competition.first - BESIDE) : competition.first]
    is_of_former = competition.first < place and any(
        t.lower in words("results", "nouns") for t in before
    )
    return bool(others & between) or is_of_former
