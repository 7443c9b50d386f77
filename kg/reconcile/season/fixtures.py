"""The matches to come that a report tells of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.facts.base import evidence_of
from kg.facts.match import MatchFact
from kg.facts.result.legs import reports_first_leg
from kg.lexicon import pattern
from kg.mentions import Entity, Scene
from kg.names.known import KnownNames
from kg.phrasings.marked import Marked, SetPhrase, entity, is_quoted, tellings
from kg.reconcile.match.days import day_to_come
from kg.reconcile.season.fixture_sides import (
    Sides,
    Telling,
    ground_of,
    host_of,
    lead_of,
    second_leg,
    sides_of,
    team_of,
)
from kg.reconcile.season.leagues import is_for_the_table, is_league
from kg.reconcile.season.to_come import is_to_come

AFTER = 60  # characters behind a telling in which its day may stand
IN_GROUP = pattern("fixtures", "in_group")
FIRST_LEG = pattern("fixtures", "first_leg")
BEFORE = pattern("fixtures", "before")
AS_WELL = pattern("fixtures", "as_well")


def find_fixtures(
    scene: Scene, texts: Sequence[Marked], known: KnownNames, main: MatchFact | None
) -> tuple[MatchFact, ...]:
    """Each fixture once, with its home side and its day where they are told."""
    found: dict[frozenset[Entity], MatchFact] = {}
    for fixture in tell_fixtures(scene, texts, known, main):
        teams = frozenset(t for t in fixture.teams if t)
        before = found.get(teams, fixture)
        first, second = (before, fixture) if worth(before) >= worth(fixture) else (fixture, before)
        day, competition = first.date or second.date, first.competition or second.competition
        is_one = first.evidence == second.evidence
        found[teams] = replace(first, date=day, competition=competition) if is_one else first
    return tuple(f for f in found.values() if not is_of_neighbour(f, found.values(), main))


def is_of_neighbour(
    fixture: MatchFact, others: Iterable[MatchFact], main: MatchFact | None
) -> bool:
    """Whether a sentence tells a fixture of a side, and this one of who is only named between.

    "Hallvik are above Norheim ahead of next week's clash with Brevik" is no fixture of Norheim.
    """
    if main is None or set(fixture.teams) & set(main.teams):
        return False
    return any(
        other.evidence == fixture.evidence
        and set(other.teams) & set(main.teams)
        and set(other.teams) & set(fixture.teams)
        for other in others
    )


def worth(fixture: MatchFact) -> tuple[bool, bool]:
    """How much a telling says: of two, the one that says more is kept."""
    return fixture.home_known, fixture.date is not None


def tell_fixtures(
    scene: Scene, texts: Sequence[Marked], known: KnownNames, main: MatchFact | None
) -> Iterator[MatchFact]:
    """Every telling of a fixture."""
    yield from after_first_leg(scene, main)
    for marked in texts:
        for told, one in tellings_in(marked, scene, main, known):
            abroad = entity(marked, told.match, "abroad")
            if abroad and not known.is_country(abroad.name):
                continue
            for sides in sides_of(told, one, scene, main):
                yield fixture_of(told, sides, scene, known, main)


def tellings_in(
    marked: Marked, scene: Scene, main: MatchFact | None, known: KnownNames
) -> Iterator[tuple[Telling, Entity | None]]:
    """The tellings in a sentence, each with the team it speaks of.

    That of one which goes on from another is the other's: "they go to Brevik, then host Norheim".
    """
    spoken: list[tuple[int, Entity]] = []
    met: set[Entity | None] = set()
    paired: set[frozenset[Entity | None]] = set()
    found = [t for t in tellings("fixture", marked) if not is_quoted(marked, t[1])]
    for phrase, match in sorted(found, key=order_of):
        before = [(end, one) for end, one in spoken if end <= day_from(match)]
        last = max(before, key=lambda told: told[0])[1] if before else None
        is_open = "open" in phrase.gives
        if is_open and not is_to_come(marked, phrase, match):
            continue
        told = Telling(phrase, match, marked, last)
        one = team_of(told, scene, main, known)
        other = entity(marked, match, "other")
        if is_open and other in met and frozenset((one, other)) not in paired:
            continue
        if one and "then" not in phrase.gives:
            spoken.append((match.end(), one))
        if one and not is_open:
            met |= {one, other}
            paired.add(frozenset((one, other)))
        yield told, one
        if also := AS_WELL.match(marked.text, match.end()):
            yield Telling(says_of(phrase, also), also, marked, last), one


def says_of(phrase: SetPhrase, also: re.Match[str]) -> SetPhrase:
    """The phrase of one more opponent: where it is met, or else where the one before it is."""
    places = (place for place in ("home", "away") if also[place])
    return replace(phrase, says=next(places, phrase.says))


def order_of(told: tuple[SetPhrase, re.Match[str]]) -> int:
    """What goes on from a match is told behind it, and what is open where nothing else tells it."""
    gives = told[0].gives
    return 2 if "open" in gives else 1 if "then" in gives else 0


def fixture_of(
    told: Telling, sides: Sides, scene: Scene, known: KnownNames, main: MatchFact | None
) -> MatchFact:
    """The match to come of two teams."""
    (one, other), home_told = sides
    marked, match = told.marked, told.match
    host = None if home_told else host_of((one, other), ground_of(marked, match), main, known)
    report, end = scene.document.report, match.end() + AFTER
    second_leg = told.phrase.says == "return"
    return MatchFact(
        teams=(other, one) if host == other else (one, other),
        home_known=home_told or host is not None,
        scheduled=True,
        date=day_to_come(marked.text, day_from(match), end, report.date),
        competition=competition_of(marked, match, main, second_leg=second_leg),
        evidence=(evidence_of(report.id, marked.sentence),),
        confidence=0.85,
    )


def day_from(match: re.Match[str]) -> int:
    """Where the day of a fixture may stand: behind the one told before it in the same breath."""
    return match.start("from") if match.groupdict().get("from") else match.start()


def after_first_leg(scene: Scene, main: MatchFact | None) -> Iterator[MatchFact]:
    """The second leg, where the lead says that the match was the first: "in the first leg of"."""
    if main is None or not reports_first_leg(scene):
        return
    for sentence in lead_of(scene):
        told = FIRST_LEG.search(sentence.text)
        if told is None or BEFORE.search(sentence.text[: told.start()]):
            continue
        for teams, home_known in second_leg(scene, main):
            yield MatchFact(
                teams=teams,
                home_known=home_known,
                scheduled=True,
                competition=main.competition,
                evidence=(evidence_of(scene.document.report.id, sentence),),
                confidence=0.8,
            )
        return


def competition_of(
    marked: Marked, match: re.Match[str], main: MatchFact | None, *, second_leg: bool
) -> Entity | None:
    """The competition a telling names, or that of the match: in a table, or over two legs."""
    for found in re.finditer(r"<C(\d+)>", marked.text[: match.end() + AFTER]):
        if found.start() >= day_from(match):
            return marked.entities[int(found[1])]
    if main is None or main.competition is None:
        return None
    if second_leg:
        return main.competition
    in_group = main.stage and IN_GROUP.search(marked.text)
    in_table = not main.stage and is_league(main.competition) and is_for_the_table(marked.text)
    return main.competition if in_group or in_table else None
