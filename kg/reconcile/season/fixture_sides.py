"""The two teams of a match to come, and which of them is at home."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.blocks import Kind as BlockKind
from kg.facts.match import MatchFact
from kg.language import Sentence
from kg.lexicon import pattern
from kg.mentions import Entity, Kind, Scene
from kg.names.known import KnownNames
from kg.phrasings.marked import Marked, SetPhrase, entity
from kg.reconcile.season.to_come import doer_before

OVER = pattern("fixtures", "over")
AGAIN = pattern("fixtures", "again")
SECOND_LEG = pattern("fixtures", "second_leg")
OWNER = pattern("fixtures", "owner")
AT_TEAM = pattern("fixtures", "at_team")
TRIP = pattern("fixtures", "trip")
HERE = pattern("fixtures", "here")
THERE = pattern("fixtures", "there")
NEAR_GROUND = 30  # characters behind a telling in which its ground may stand
AT_GROUND = pattern("fixtures", "at_ground")
WON_THROUGH = pattern("fixtures", "won_through")
LEAD = 3  # sentences of prose in which a match is said to be one of two legs
Sides = tuple[tuple[Entity, Entity], bool]


def ground_of(marked: Marked, match: re.Match[str]) -> Entity | None:
    """The ground that a telling names: "face Brevik at Norheim Park"."""
    told = AT_GROUND.search(marked.text, match.start(), match.end() + NEAR_GROUND)
    return marked.entities[int(told[1])] if told else None


def host_of(
    teams: Iterable[Entity], ground: Entity | None, main: MatchFact | None, known: KnownNames
) -> Entity | None:
    """Which of some teams is at home on a ground: that of the match just played, or a known one."""
    if ground is None:
        return None
    if main and main.home_known and ground == main.venue:
        return next((team for team in teams if team == main.teams[0]), None)
    owners = {club for form in ground.forms for club in known.clubs_at(form)}
    hosts = (t for t in teams if owners & {c for form in t.forms for c in known.clubs_called(form)})
    return next(hosts, None)


@dataclass(frozen=True)
class Telling:
    """One set phrase in a sentence that tells of a fixture.

    `before` is the team that a fixture told before it in the same breath is of.
    """

    phrase: SetPhrase
    match: re.Match[str]
    marked: Marked
    before: Entity | None = None


def sides_of(
    told: Telling, one: Entity | None, scene: Scene, main: MatchFact | None
) -> Iterator[Sides]:
    """The two teams of each fixture of a telling, the home side first if it is known.

    Args:
        told: the telling.
        one: the team it speaks of.
        scene: the scene of the report.
        main: the match of the report.
    """
    phrase, match, marked = told.phrase, told.match, told.marked
    if phrase.says == "return":
        if main and (main.drawn or not phrase.gives.get("drawn")):
            yield from second_leg(scene, main, place_of(marked, match))
        return
    if phrase.says == "list":
        others = [marked.entities[int(n)] for n in re.findall(r"\d+", match["list"])]
    else:
        others = [e for group in ("other", "also") if (e := entity(marked, match, group))]
    for other in others:
        if (
            one is None
            or one == other
            or (is_main({one, other}, main) and not AGAIN.search(marked.text))
        ):
            continue
        place = place_told(told)
        yield (other, one) if place == "away" else (one, other), place != "unknown"


def team_of(
    told: Telling, scene: Scene, main: MatchFact | None, known: KnownNames
) -> Entity | None:
    """The team that a telling speaks of, named in it or not."""
    match, marked = told.match, told.marked
    if told.phrase.gives.get("then"):  # "Hallvik go to Brevik and then host Norheim"
        return told.before
    if owner := OWNER.search(match.group()):  # "they will not go there for Hallvik's match with"
        return marked.entities[int(owner[1])]
    if ground := entity(marked, match, "ground"):  # "Brevik come to Norheim Park next week"
        return host_of(scene.cast.of_kind(Kind.TEAM), ground, main, known)
    if boss := entity(marked, match, "boss"):
        sides = scene.sides
        return sides.manager_of.get(boss) or sides.team_of.get(boss) or spoken_of(marked, scene)
    one = entity(marked, match, "one")
    if one is None and "open" in told.phrase.gives:
        one = doer_before(marked, match)
    return one or winner_of(marked, match, main) or spoken_of(marked, scene)


def place_told(told: Telling) -> str:
    """Where the team spoken of plays: what the phrase says, or else what stands behind it."""
    said, behind = told.phrase.says, told.marked.text[told.match.end() :]
    if said in ("home", "away"):
        return said
    if HERE.search(behind):
        return "home"
    return "away" if THERE.search(behind) or TRIP.search(behind) else "unknown"


def spoken_of(marked: Marked, scene: Scene) -> Entity | None:
    """The side a sentence speaks of: the one it names, or else the one named last before it.

    "Kaba will miss next week's match against Brevik" is of the side named before, and "Sorensen
    turns to Saturday, when Brevik come calling" of the one that he manages.
    """
    pair, manager_of = scene.sides.pair, scene.sides.manager_of
    named = [m.entity for m in marked.mentions if m.named and m.entity]
    here = [e for e in (manager_of.get(one, one) for one in named) if e in pair]
    if len(set(here)) == 1:
        return here[0]
    start = marked.sentence.start
    before = [
        m.entity
        for m in scene.mentions
        if m.named and m.start < start and m.entity in scene.sides.pair
    ]
    return before[-1] if before else None


def winner_of(marked: Marked, match: re.Match[str], main: MatchFact | None) -> Entity | None:
    """The side that is on its way to a match: "it sets up a final against Brevik"."""
    told = WON_THROUGH.search(marked.text, 0, match.end())
    return main.winner if main and told else None


def is_main(teams: set[Entity], main: MatchFact | None) -> bool:
    """Whether two teams are those of the match just played."""
    return main is not None and teams == set(main.teams)


def place_of(marked: Marked, match: re.Match[str]) -> Entity | None:
    """The team at whose place a second leg is said to be: "the return leg at Brevik"."""
    found = AT_TEAM.search(marked.text, match.start())
    return marked.entities[int(found[1])] if found else None


def second_leg(
    scene: Scene, main: MatchFact | None, place: Entity | None = None
) -> Iterator[Sides]:
    """The report's own match with its sides swapped, unless it was the second leg itself."""
    if main is None or OVER.search(scene.document.report.readable):
        return
    if any(SECOND_LEG.search(sentence.text) for sentence in lead_of(scene)):
        return
    home, away = main.teams
    if home and away and place == home:
        yield (home, away), not main.home_known
    elif home and away:
        yield (away, home), main.home_known or place == away


def lead_of(scene: Scene) -> Sequence[Sentence]:
    """The first sentences of the prose of a report."""
    return [s for s in scene.document.sentences if s.block.kind is BlockKind.PROSE][:LEAD]
