"""A sheet while it is read: its sides so far, and which side a name stands for."""

from dataclasses import dataclass, field, replace

from kg.sheets.entries import Entry
from kg.sheets.sheet import TeamSheet
from kg.sheets.told import Written

CODE = 3  # letters that stand for a team: "HAL"
LOOSE = -1  # the side of what is of no side


@dataclass
class Draft:
    """A sheet while it is read; the last of `sides` holds what is of no side."""

    sides: list[TeamSheet] = field(default_factory=lambda: [TeamSheet()])

    def number_of(self, team: Written | None) -> int | None:
        """The number of the side a team's name stands for."""
        if team is None:
            return None
        named = ((n, side.team) for n, side in enumerate(self.sides) if side.team)
        return next((n for n, name in named if is_team(team.text, name.text)), None)

    def open(self, team: Written | None) -> int:
        """The number of a team's side, which is new if none is called so."""
        known = self.number_of(team)
        if known is not None:
            told = self.sides[known].team
            if team and told and len(told.text) == CODE and is_code(told.text, team.text):
                self.sides[known] = replace(self.sides[known], team=team)
            return known
        self.sides.insert(len(self.sides) - 1, TeamSheet(team))
        return len(self.sides) - 2

    def add(self, number: int, name: str, *values: object) -> None:
        """Add to a list of a side."""
        side = self.sides[number]
        grown: dict[str, tuple[object, ...]] = {name: (*getattr(side, name), *values)}
        self.sides[number] = replace(side, **grown)  # type: ignore[arg-type]

    def group_of(self, entry: Entry, section: int) -> int:
        """The number of the side whose group an entry is of, else that of its section."""
        number = self.number_of(entry.group.written) if entry.group else None
        return section if number is None else number

    def lists(self, player: str) -> list[int]:
        """The sides that list a player."""
        sides = enumerate(self.sides[:LOOSE])
        return [n for n, side in sides if any(is_form(player, p.name.text) for p in side.players)]


def is_team(one: str, other: str) -> bool:
    """Whether two names are of one team: "Hallvik" and "Hallvik City"."""
    short, full = sorted((one.lower().split(), other.lower().split()), key=len)
    return short in (full[: len(short)], full[-len(short) :]) or is_code(one, other)


def is_code(one: str, other: str) -> bool:
    """Whether one name is the letters of the other: "HAL" of "Hallvik Town", "NYC" of three words.

    They begin as it does, and come in its order.
    """
    code, name = sorted((one.lower(), other.lower()), key=len)
    if len(code) != CODE or not code.isalpha() or code[0] != name[:1]:
        return False
    rest = iter(name)
    return all(letter in rest for letter in code)


def is_form(one: str, other: str) -> bool:
    """Whether one name is the other, or ends it: "Vold" and "Ole Vold", "O Vold" and "Ole Vold"."""
    names = (one.replace(".", " ").lower().split(), other.replace(".", " ").lower().split())
    short, full = sorted(names, key=len)
    if short == full[-len(short) :]:
        return True
    same = len(short) == len(full) > 1 and short[1:] == full[1:] and short[0][0] == full[0][0]
    return same and min(len(short[0]), len(full[0])) == 1
