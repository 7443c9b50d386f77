"""From the text of a report to its sheet: the parts found, each under a side, and the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import table
from kg.sheets.draft import LOOSE, Draft
from kg.sheets.headings import LINE_UP
from kg.sheets.incidents import goals_of
from kg.sheets.notes import figure_of, name_of, score_of
from kg.sheets.part import CARDS, EVENTS, Part
from kg.sheets.parts import find_parts
from kg.sheets.players import is_name_alone
from kg.sheets.ratings import find_ratings
from kg.sheets.scores import ScoreLine, find_score_lines
from kg.sheets.sheet import Sheet
from kg.sheets.sides import add_changed, add_goal, add_incidents, add_players
from kg.sheets.told import Note, Span, Written


def read_sheet(text: str) -> Sheet | None:
    """All that the team sheets of a text say; None if it has none. Offsets are the text's."""
    parts = find_parts(text)
    covered = [part.source for part in parts]
    scores = tuple(line for line in find_score_lines(text) if not inside(line.source, covered))
    ratings = [r for r in find_ratings(text) if not inside(r.players[0].source, covered)]
    if not parts and not scores and not ratings:
        return None
    draft = Draft()
    for rated in ratings:
        draft.add(draft.open(rated.team), "squad", *rated.players)
    of_scores = [
        (draft.open(team), scorers)
        for line in scores
        for team, scorers in zip(line.teams, line.scorers, strict=True)
    ]
    planned = any(p.kind == "planned" or is_planned(p) for p in parts)
    of_rated = draft.open(ratings[0].team) if len(ratings) == 1 else LOOSE
    sections = list(sections_of(draft, parts, of_rated))
    for part, section in sections:
        add_players(draft, part, section)
    for number in range(len(draft.sides) - 1):
        add_changed(draft, number)
    for number, scorers in of_scores:
        for _, goal in goals_of(scorers) if scorers else ():
            add_goal(draft, number, goal)
    if not planned:
        for part, section in sections:
            add_incidents(draft, part, section)
    sheet = with_notes(text, draft, sections, scores, planned=planned)
    marked = {player.source for rated in ratings for player in rated.players}
    spans = tuple(sorted({*sheet.spans, *marked}, key=lambda span: span.start))
    return replace(sheet, spans=spans)


def inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a stretch shares anything with others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def is_planned(part: Part) -> bool:
    """Whether a line-up is one to come: "Hallvik (probable): ..."."""
    told = set(part.heading.aside.lower().replace(",", " ").split())
    return bool(told & table("sheets", "labels")["planned"])


def sections_of(
    draft: Draft, parts: Sequence[Part], first: int = LOOSE
) -> Iterator[tuple[Part, int]]:
    """Each part with the side it stands under: that of its heading, or of the last line-up.

    Before any of these it is the `first`: of the only team that is rated.
    """
    last = first
    for part in parts:
        if not part.tokens and part.heading.team is None:  # "Line-ups"
            continue
        if part.kind == LINE_UP or (part.kind == "planned" and part.heading.team):
            last = draft.open(part.heading.team)
        elif part.heading.team and (number := draft.number_of(part.heading.team)) is not None:
            yield part, number
            continue
        elif part.heading.team and part.heading.aside != part.heading.team.text:
            last = draft.open(part.heading.team)
        for team in (*groups_of(part), *teams_in_brackets(part)):
            if len(draft.sides) <= 2:
                draft.open(team)
        yield part, last


def groups_of(part: Part) -> Iterator[Written]:
    """The teams that head groups of a list: "Hallvik - Kaba 12; Brevik - Gomes 80"."""
    yield from dict.fromkeys(entry.group.written for entry in part.entries if entry.group)


def teams_in_brackets(part: Part) -> Iterator[Written]:
    """The teams behind the names of a list: "Vold (Hallvik), Gomes (Brevik)"."""
    alone = [
        inner.name.written
        for entry in part.entries
        for bracket in entry.brackets
        for inner in bracket
        if inner.name and is_name_alone(inner)
    ]
    every = len(alone) == len(part.entries) > 1
    if len({name.text for name in alone}) <= 2 and (part.kind in CARDS or every):
        yield from alone if part.kind in EVENTS else ()


def with_notes(
    text: str,
    draft: Draft,
    sections: Sequence[tuple[Part, int]],
    scores: Sequence[ScoreLine],
    *,
    planned: bool,
) -> Sheet:
    """The whole sheet: the sides with what is told of the match."""
    notes: dict[str, Part] = {}
    for part, _ in sections:
        notes.setdefault(part.kind, part)
    score = next((Note(line.score, line.source) for line in scores), None)
    halves = (Note(line.half_time, line.source) for line in scores if line.half_time)
    odd = (Span(token.start, token.end) for part, _ in sections for token in part.odd)
    spans = {part.source for part, _ in sections}
    spans |= {line.source for line in scores if any(line.scorers)}  # others are headlines as well
    return Sheet(
        sides=tuple(draft.sides[:LOOSE]),
        loose=draft.sides[LOOSE],
        score=score,
        half_time=score_of(text, notes["half_time"])
        if "half_time" in notes
        else next(halves, None),
        attendance=figure_of(text, notes["attendance"]) if "attendance" in notes else None,
        referee=name_of(notes["referee"]) if "referee" in notes else None,
        venue=name_of(notes["venue"]) if "venue" in notes else None,
        planned=planned,
        spans=tuple(sorted(spans, key=lambda span: span.start)),
        unread=tuple(odd),
    )
