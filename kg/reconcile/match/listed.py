"""What a team sheet says of the match itself: its score, also at half-time, and where it was."""

from kg.facts.base import Evidence
from kg.facts.line_up import LineUp
from kg.facts.listed import evidence_in, sides_of_match
from kg.mentions import Entity, Kind, Scene
from kg.sheets import Sheet, Span

Score = tuple[int, int]


def sheet_of(scene: Scene) -> Sheet | None:
    """The sheet of the played match of the two sides, if the report has one."""
    listing = scene.listing
    if listing is None or listing.sheet.planned or len(listing.sheet.sides) > len(scene.sides.pair):
        return None
    if listing.pair and set(listing.pair) != set(scene.sides.pair):
        return None
    return listing.sheet


def is_listed(scene: Scene) -> bool:
    """Whether a sheet tells what happened in the match of the two sides, line-ups apart."""
    sheet = sheet_of(scene)
    if sheet is None or scene.listing is None or not scene.listing.pair:
        return False
    return any(side.goals or side.swaps or side.cards for side in (*sheet.sides, sheet.loose))


def listed_score(scene: Scene, first: Entity | None) -> Score | None:
    """The score of a sheet from the view of `first`: as written, or as its goals add up."""
    sheet, listing = sheet_of(scene), scene.listing
    if sheet is None or listing is None or not listing.pair:
        return None
    if sheet.score:
        return oriented(sheet.score.value, scene, first)
    gained = [0, 0]
    for place, side in enumerate(sheet.sides):
        for goal in side.goals:
            gained[place if goal.gained else 1 - place] += 1
    is_told = any(gained) and not sheet.loose.goals
    return oriented((gained[0], gained[1]), scene, first) if is_told else None


def half_time(scene: Scene, first: Entity | None) -> Score | None:
    """The score at half-time from the view of `first`."""
    sheet = sheet_of(scene)
    return oriented(sheet.half_time.value, scene, first) if sheet and sheet.half_time else None


def oriented(score: Score, scene: Scene, first: Entity | None) -> Score:
    """A score of a sheet from the view of `first`."""
    pair = scene.listing.pair if scene.listing else ()
    return (score[1], score[0]) if pair and pair[1] == first else score


def said(scene: Scene, span: Span) -> tuple[Evidence, ...]:
    """A part of the sheet as evidence."""
    return (evidence_in(scene.document.report, span),)


def listed_venue(scene: Scene) -> Entity | None:
    """The ground that the sheet names: "Venue: Norheim Park"."""
    sheet = sheet_of(scene)
    if sheet is None or sheet.venue is None:
        return None
    name = sheet.venue.value.text
    grounds = scene.cast.of_kind(Kind.VENUE)
    return next((g for g in grounds if name in g.forms), Entity(Kind.VENUE, name, (name,)))


def sources(scene: Scene) -> dict[str, tuple[Evidence, ...]]:
    """The parts of the sheet that tell the fields of a match."""
    sheet = sheet_of(scene)
    if sheet is None:
        return {}
    notes = {"attendance": sheet.attendance, "half_time": sheet.half_time}
    spans = {name: note.source for name, note in notes.items() if note}
    if sheet.referee:
        spans["referee"] = sheet.referee.source
    if sheet.venue:
        spans["venue"] = sheet.venue.source
    return {name: said(scene, span) for name, span in spans.items()}


def listed_evidence(scene: Scene) -> tuple[Evidence, ...]:
    """The first part of the sheet."""
    sheet = sheet_of(scene)
    return said(scene, sheet.spans[0]) if sheet else ()


def positions_listed(scene: Scene) -> dict[Entity, tuple[str, Evidence]]:
    """The positions under which the sheet lists players, with the part that does."""
    report, listing = scene.document.report, scene.listing
    sides = listing.sheet.sides if listing else ()
    return {
        person: (player.position, evidence_in(report, player.source))
        for side in sides
        for player in (*side.players, *side.squad)
        if listing and player.position and (person := listing.person(player.name, side))
    }


def players_listed(scene: Scene) -> dict[Entity, Evidence]:
    """The part of the sheet that lists each player."""
    report = scene.document.report
    listing = scene.listing
    return (
        {person: evidence_in(report, span) for person, _, span in listing.players()}
        if listing
        else {}
    )


def managers_listed(scene: Scene) -> list[tuple[Entity, Entity, Evidence]]:
    """The manager that the sheet names of each side, with the part that does."""
    report, listing = scene.document.report, scene.listing
    told = listing.managers() if listing else ()
    return [(person, team, evidence_in(report, span)) for person, team, span in told]


def line_ups_listed(scene: Scene) -> tuple[LineUp, ...]:
    """Who starts the match and who is on the bench; who starts is on no bench."""
    listing = scene.listing
    if sheet_of(scene) is None or listing is None:
        return ()
    found: dict[Entity, LineUp] = {}
    for _, side in sides_of_match(scene, listing):
        for player in side.players if side.line_up else ():
            person = listing.person(player.name, side)
            if person:
                evidence = said(scene, player.source)
                starts = player not in side.bench
                found.setdefault(person, LineUp(player=person, starts=starts, evidence=evidence))
    return tuple(found.values())
