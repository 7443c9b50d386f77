"""Read team sheets: line-ups, benches, substitutions, cards, goals, and the notes below them.

    sheet   = { part }
    part    = heading entries        "Hallvik (4-4-2): Lund, Vold ...", "Booked: Vold 45."
    entries = entry { separator entry }
    entry   = [ figure ] name { figure | mark | bracket }

- `tokens` cuts the text, `headings` finds what may open a part and `bodies` where it ends, `parser`
  reads the `entries` between, each an `open_entry` until it ends, and `part` tells whether they
  read as one; `parts` keeps those that do, `scores`, `bare_line_ups` and `bare_lines` find those
  that nothing heads, and `ratings` the lines of players with marks;
- `sides` gives each its side: `players` of line-ups and benches, `incidents` of goals, cards and
  penalties; `notes` are of the match. `reading` puts them into a `draft`, and makes the `sheet` of
  all that is `told`.

The words of labels and marks are in `kg/lexicon/sheets.toml`.
"""

from kg.sheets.draft import is_form
from kg.sheets.reading import read_sheet
from kg.sheets.sheet import Sheet, TeamSheet
from kg.sheets.told import CardShown, Listed, Minute, Missed, Note, Scored, Span, Swap, Written

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
