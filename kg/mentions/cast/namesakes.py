"""Players of one name on both sides, as a team sheet lists them: two people, told apart by side.

Where the prose says no more than the name it stands for either of them, until what happens tells
which: `kg.reconcile.players.namesakes`.
"""

from collections.abc import Mapping
from dataclasses import replace

from kg.mentions.cast.gathering import Cast
from kg.mentions.entities import Entity, Kind
from kg.sheets import Sheet


def part_namesakes(cast: Cast, sheet: Sheet | None) -> Cast:
    """The cast with a person for each side that lists a name."""
    if sheet is None:
        return cast
    by_form = dict(cast.by_form)
    entities: list[Entity] = []
    shared = {name: sides for name, sides in sides_of(sheet).items() if len(sides) > 1}
    for entity in cast.entities:
        names = [form for form in entity.forms if form in shared and entity.kind is Kind.PERSON]
        if not names:
            entities.append(entity)
            continue
        for name in names:
            apart = tuple(Entity(Kind.PERSON, name, (name,), of=side) for side in shared[name])
            by_form[name] = apart
            entities += apart
        rest = tuple(form for form in entity.forms if form not in names)
        if rest:
            other = replace(entity, forms=rest)
            entities.append(other)
            by_form |= {
                form: tuple(other if found == entity else found for found in by_form[form])
                for form in rest
            }
    return Cast(tuple(entities), by_form)


def sides_of(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """The sides that list each name, by their numbers."""
    found: dict[str, tuple[str, ...]] = {}
    for number, side in enumerate(sheet.sides, 1):
        for name in dict.fromkeys(player.name.text for player in side.players):
            found[name] = (*found.get(name, ()), f"side {number}")
    return found
