"""Read team sheets: line-ups, benches, substitutions, cards, goals, and the notes below them.

    sheet   = { part }
    part    = heading entries        "Hallvik (4-4-2): Lund, Vold ...", "Booked: Vold 45."
    entries = entry { separator entry }
    entry   = [ figure ] name { figure | mark | bracket }

`tokens` cuts the text, `headings` finds what may open a part, `parser` reads the entries behind it,
`part` tells whether they read as one, `parts` keeps those that do, `sides` gives each player, card
and goal its side, and `reading` makes the sheet. The words of labels and marks are in
`kg/lexicon/sheets.toml`.
"""

from kg.sheets.draft import is_form
from kg.sheets.reading import read_sheet
from kg.sheets.sheet import (
    CardShown,
    Listed,
    Minute,
    Missed,
    Note,
    Scored,
    Sheet,
    Span,
    Swap,
    TeamSheet,
    Written,
)

__all__ = [
    "CardShown",
    "Listed",
    "Minute",
    "Missed",
    "Note",
    "Scored",
    "Sheet",
    "Span",
    "Swap",
    "TeamSheet",
    "Written",
    "is_form",
    "read_sheet",
]
