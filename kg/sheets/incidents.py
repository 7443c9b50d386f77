"""What the entries of a list of goals, cards or penalties say.

"Kaba 12, 45 (pen); Dahl 75 og" are three goals; "Kaba 2, Vold" two of Kaba's, their minutes untold.
"""

import re
from collections.abc import Iterator

from kg.lexicon import table
from kg.sheets.entries import Entry, Item
from kg.sheets.part import Part
from kg.sheets.tokens import Sign, Token
from kg.sheets.told import CardShown, Missed, Scored, Written

MOST_GOALS = 5  # of one player, told by a figure alone
WORDED = re.compile(r"(?:st|nd|rd|th)\b|min")
OUTCOMES = {"missed_penalties": "missed", "saved_penalties": "saved"}


def named(part: Part) -> Iterator[tuple[Token, Entry]]:
    """The entries that name somebody: "Booked: none" does not."""
    for entry in part.entries:
        if entry.name and entry.name.value.lower() not in table("sheets", "words")["nobody"]:
            yield entry.name, entry


def goals_of(part: Part) -> Iterator[tuple[Entry, Scored]]:
    """The goals of a list, each with its entry."""
    counts = counts_goals(part)
    for name, entry in named(part):
        items = timed(entry) or (entry.before,)
        if counts:
            items = (Item(marks=items[0].marks),) * (count_of(entry) or 1)
        for item in items:
            yield (
                entry,
                Scored(
                    scorer=name.written,
                    kind=kind_of(item),
                    minute=item.minute,
                    source=part.source,
                    assist=assist_of(entry),
                    score=item.score or entry.before.score,
                ),
            )


def timed(entry: Entry) -> tuple[Item, ...]:
    """The items of a goalscorer: beside a minute in words, other figures are his goals so far."""
    sure = [i for i in entry.items if any(WORDED.search(t.value) for t in i.numbers)]
    if len(sure) == 1:  # "Kaba 7 (Moe), 25th minute"
        marks = frozenset().union(*(item.marks for item in entry.items))
        return (Item(sure[0].numbers, marks, sure[0].score),)
    dated = [i for i in entry.items if i.minute]
    return tuple(dated) or entry.items


def counts_goals(part: Part) -> bool:
    """Whether figures tell how many goals: some scorer has none, and none is a minute."""
    entries = [entry for _, entry in named(part)]
    figures = [t for e in entries for i in (*e.items, e.before) for t in i.numbers]
    few = all(t.sign is Sign.NUMBER and int(t.value) <= MOST_GOALS for t in figures)
    return bool(figures) and few and any(not e.minute for e in entries)


def count_of(entry: Entry) -> int | None:
    """The figure beside a name."""
    return entry.minute.minute if entry.minute else None


def kind_of(item: Item) -> str:
    """The kind of a goal, by its marks."""
    if "own_goal" in item.marks:
        return "own_goal"
    return "penalty" if "penalty" in item.marks else "regular"


def assist_of(entry: Entry) -> Written | None:
    """Who gave the ball: "Kaba 12 (assist: Sudo)", "Kaba 7 (Sudo), 25th minute"."""
    inner = (e for bracket in entry.brackets for e in bracket)
    return next((e.name.written for e in inner if e.name and "for" not in e.before.marks), None)


def cards_of(part: Part) -> Iterator[tuple[Entry, CardShown]]:
    """The cards of a list, each with its entry; who is booked twice is sent off."""
    colour = {"booked": "yellow", "second_booked": "second_yellow"}.get(part.kind, "")
    for name, entry in named(part):
        dated = [item for item in entry.items if item.minute] or [Item(marks=entry.marks)]
        for number, item in enumerate(dated):
            minute = item.minute or entry.before.minute
            shown = colour
            if "second_booked" in item.marks or (number and colour == "yellow"):
                shown = "second_yellow"
            elif "sent_off" in item.marks:
                shown = ""
            yield entry, CardShown(name.written, shown, minute, part.source)


def missed_of(part: Part) -> Iterator[tuple[Entry, Missed]]:
    """The penalties of a list of those that were no goals."""
    for name, entry in named(part):
        yield entry, Missed(name.written, OUTCOMES[part.kind], entry.minute, part.source)
