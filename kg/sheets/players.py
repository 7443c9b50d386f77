"""What the entries of a line-up or a bench say: who is listed, who came on for whom, who was shown.

"Vold (Krogh 57)" in a line-up is Krogh on for Vold, "Krogh (Vold 57)" on a bench as well; "Vold
(Krogh 57 (Dahl 80))" has Dahl on for Krogh.
"""

from collections.abc import Iterator, Sequence

from kg.sheets.entries import Entry
from kg.sheets.part import POSITIONS, Part
from kg.sheets.tokens import Sign
from kg.sheets.told import CardShown, Listed, Minute, Span, Swap, Written

CLUBS = 6  # brackets with a name alone: from this many on they name clubs, not substitutes
HIGHEST_RATING = 10
# The positions that marks beside players tell: "RB 2 Vold".
PLACES = {
    "keeper": "goalkeeper",
    "place_of_defender": "defender",
    "place_of_midfielder": "midfielder",
    "place_of_winger": "winger",
    "place_of_forward": "forward",
}
COLOURS = {"second_booked": "second_yellow", "sent_off": "", "booked": "yellow"}


def listed(part: Part) -> Iterator[tuple[Entry, Listed]]:
    """The players a part lists, without those in brackets, each with his entry."""
    for entry in part.entries:
        if entry.name:
            marked = next((PLACES[mark] for mark in sorted(entry.marks) if mark in PLACES), None)
            position = part.kind if part.kind in POSITIONS else marked
            captain = "captain" in entry.marks
            yield entry, Listed(entry.name.written, part.source, position, captain)


def names_clubs(part: Part) -> bool:
    """Whether the brackets of a list name clubs: "Lund (Brevik), Vold (Norheim) ..."."""
    bare = [e for e in part.entries for b in e.brackets if len(b) == 1 and is_name_alone(b[0])]
    return len(bare) >= CLUBS


def is_name_alone(entry: Entry) -> bool:
    """Whether a bracket holds nothing but a name."""
    return bool(entry.name) and not (entry.items or entry.brackets or entry.before.marks)


def swaps_of_line_up(part: Part) -> Iterator[Swap]:
    """The substitutions that a line-up tells in its brackets."""
    clubs = names_clubs(part)
    for entry in part.entries:
        yield from swaps_of_starter(entry, part.source, clubs=clubs)


def swaps_of_starter(entry: Entry, source: Span, *, clubs: bool) -> Iterator[Swap]:
    """Who came on for a player, and for whom came on for him."""
    if entry.name is None:
        return
    leaving = entry.name.written
    found = False
    for inner in (inner for bracket in entry.brackets for inner in bracket):
        if inner.name is None or (clubs and is_name_alone(inner)):
            continue
        found = True
        minute = inner.minute or late(entry.minute)
        if "for" in inner.before.marks:
            yield Swap(entry.name.written, inner.name.written, minute, source)
            continue
        yield Swap(inner.name.written, leaving, minute, source)
        leaving = inner.name.written
        if inner.brackets or "on" not in inner.marks:  # "Vold (Krogh on 57)" is told in full
            yield from swaps_of_starter(inner, source, clubs=clubs)
    if not found:
        yield from swaps_unnamed(entry, source)


def swaps_unnamed(entry: Entry, source: Span) -> Iterator[Swap]:
    """That a player came on or went off, by marks alone: "Vold (sub. 57)"."""
    for item in entry.items:
        if entry.name and item.minute and item.marks & {"sub", "off"}:
            yield Swap(None, entry.name.written, item.minute, source)
        elif entry.name and item.minute and "on" in item.marks:
            yield Swap(entry.name.written, None, item.minute, source)


def swaps_of_bench(part: Part, *, numbered: bool) -> Iterator[tuple[Entry, Swap]]:
    """The substitutions that a list of substitutes tells: "Krogh (Vold 57)", "Krogh for Vold 57".

    `numbered` tells that figures behind names are the players' numbers.
    """
    for entry in part.entries:
        if entry.name is None:
            continue
        inside = [e for bracket in entry.brackets for e in bracket if e.name]
        for inner in inside:
            if inner.name is None or (part.kind == "bench" and is_name_alone(inner)):
                continue
            minute = inner.minute or late(entry.minute)
            if "replaced_by" in inner.before.marks:
                on, off = inner.name.written, entry.name.written
            else:
                on, off = entry.name.written, inner.name.written
            yield entry, Swap(on, off, minute, part.source)
        if not inside and (minute := minute_behind(entry)) and not numbered:
            yield entry, Swap(entry.name.written, None, minute, part.source)


def late(minute: Minute | None) -> Minute | None:
    """A minute that is no rating."""
    return minute if minute and minute.minute > HIGHEST_RATING else None


def minute_behind(entry: Entry) -> Minute | None:
    """The minute behind a name, if a figure there is one and no rating."""
    for item in entry.items:
        marked = any(token.sign is Sign.MINUTE for token in item.numbers)
        if item.minute and (marked or late(item.minute)) and "unused" not in item.marks:
            return item.minute
    return None


def is_numbered(parts: Sequence[Part]) -> bool:
    """Whether most players of a line-up have a figure behind their names."""
    entries = [entry for part in parts for entry in part.entries if entry.name]
    figured = [entry for entry in entries if late(entry.minute) and entry.items]
    return len(figured) * 2 > len(entries)


def cards_beside(part: Part) -> Iterator[CardShown]:
    """The cards that marks beside a player tell: "Vold (booked 45)"."""
    for entry in part.entries:
        for item in entry.items:
            mark = next((mark for mark in COLOURS if mark in item.marks), None)
            if entry.name and mark:
                marked = any(token.sign is Sign.MINUTE for token in item.numbers)
                minute = item.minute if marked else late(item.minute)
                yield CardShown(entry.name.written, COLOURS[mark], minute, part.source)


def turned(swap: Swap, starters: Sequence[Written]) -> Swap:
    """A substitution with its players the right way round: who started did not come on."""
    texts = {name.text for name in starters}
    if swap.on and swap.off and swap.on.text in texts and swap.off.text not in texts:
        return Swap(swap.off, swap.on, swap.minute, swap.source)
    return swap
