"""Who refereed the report's match, and how many watched it."""

from kg.lexicon import guarded, pattern
from kg.mentions import Entity, Scene
from kg.reconcile.match.listed import sheet_of
from kg.reconcile.match.phrased import told_of

ATTENDANCE = pattern("setting", "attendance")
REFEREES = guarded("setting", "referees")


def referee_of(scene: Scene) -> Entity | None:
    """Who refereed: "Referee: J Moss" in a sheet, "referee Jon Moss"."""
    sheet = sheet_of(scene)
    if sheet and sheet.referee and scene.listing:
        return scene.listing.person(sheet.referee.value)
    return next(iter(officials(scene)), None)


def officials(scene: Scene) -> tuple[Entity, ...]:
    """Who referees or is another official, as what he is called tells or a set phrase."""
    called = (m.entity for m in scene.mentions if m.traits.role == "official" and m.named)
    words_of = (s for s in scene.document.sentences if REFEREES.search(s.text))
    told = (
        marked.entities[int(number)]
        for marked, found in told_of("referee", words_of, scene)
        for number in found.groupdict().values()
        if number is not None
    )
    return tuple(dict.fromkeys(entity for entity in (*called, *told) if entity))


def attendance_of(scene: Scene) -> int | None:
    """How many watched: "a crowd of 47,111", "Att: 47,111"."""
    sheet = sheet_of(scene)
    if sheet and sheet.attendance:
        return sheet.attendance.value
    found = ATTENDANCE.search(scene.document.report.readable)
    figure = next(filter(None, found.groups())) if found else None
    return int(figure.replace(",", "")) if figure else None
