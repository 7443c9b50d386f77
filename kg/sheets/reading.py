"""From the parts of a sheet to its sides: each player, card and goal with the team it is of.

What a list tells is of the team it names, else of the team that lists the player, else of the team
whose part comes before: "Hallvik: ... Brevik: ... Booked: Vold, Gomes" books a player of each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import table
from kg.sheets.draft import LOOSE, Draft
from kg.sheets.entries import Entry
from kg.sheets.headings import LINE_UP
from kg.sheets.incidents import cards_of, goals_of, missed_of
from kg.sheets.notes import figure_of, name_of, score_of
from kg.sheets.parts import BENCHES, EVENTS, Part, find_parts
from kg.sheets.players import (
    cards_beside,
    is_name_alone,
    is_numbered,
    listed,
    swaps_of_bench,
    swaps_of_line_up,
    turned,
)
from kg.sheets.scores import ScoreLine, find_score_lines
from kg.sheets.sheet import Listed, Note, Scored, Sheet, Span, Written
from kg.sheets.tokens import Token

CARDS = frozenset({"booked", "second_booked", "sent_off"})
MISSED = frozenset({"missed_penalties", "saved_penalties"})
MOST_SUBSTITUTES = 5


def read_sheet(text: str) -> Sheet | None:
    """All that the team sheets of a text say; None if it has none. Offsets are the text's."""
    parts = find_parts(text)
    covered = [part.source for part in parts]
    scores = tuple(line for line in find_score_lines(text) if not inside(line.source, covered))
    if not parts and not scores:
        return None
    draft = Draft()
    of_scores = [
        (draft.open(team), scorers)
        for line in scores
        for team, scorers in zip(line.teams, line.scorers, strict=True)
    ]
    planned = any(p.kind == "planned" or is_planned(p) for p in parts)
    sections = list(sections_of(draft, parts))
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
    return with_notes(text, draft, sections, scores, planned=planned)


def inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a stretch shares anything with others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def is_planned(part: Part) -> bool:
    """Whether a line-up is one to come: "Hallvik (probable): ..."."""
    told = set(part.heading.aside.lower().replace(",", " ").split())
    return bool(told & table("sheets", "labels")["planned"])


def sections_of(draft: Draft, parts: Sequence[Part]) -> Iterator[tuple[Part, int]]:
    """Each part with the side it stands under: that of its heading, or of the last line-up."""
    last = LOOSE
    for part in parts:
        if part.kind == LINE_UP:
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


def add_players(draft: Draft, part: Part, section: int) -> None:
    """Put the players of a line-up or bench on their side, with what stands beside them."""
    if part.kind == LINE_UP:
        draft.add(section, "line_up", *(player for _, player in listed(part)))
        draft.add(section, "swaps", *swaps_of_line_up(part))
        draft.add(section, "cards", *cards_beside(part))
    elif part.kind in BENCHES:
        if part.kind != "swaps":
            for entry, player in listed(part):
                number = draft.group_of(entry, section)
                known = {other.name.text for other in draft.sides[number].players}
                if player.name.text not in known:
                    draft.add(number, "bench", player)
            draft.add(section, "cards", *cards_beside(part))
        if part.kind != "unused":
            add_swaps(draft, part, section)
    elif part.kind == "manager" and (note := name_of(part)):
        draft.sides[section] = replace(draft.sides[section], manager=note)


def add_swaps(draft: Draft, part: Part, section: int) -> None:
    """Put the substitutions of a bench on the side of who takes part in them."""
    starters = [player.name for player in draft.sides[section].line_up]
    numbered = is_numbered([part]) and not any(e.minute is None for e in part.entries)
    numbered = numbered and len(part.entries) > MOST_SUBSTITUTES
    for entry, swap in swaps_of_bench(part, numbered=numbered):
        right = turned(swap, starters)
        number = draft.group_of(entry, section)
        for player in (right.off, right.on):
            homes = draft.lists(player.text) if player else []
            if part.kind == "swaps" and len(homes) == 1:
                number = homes[0]
                break
        draft.add(number, "swaps", right)


def add_changed(draft: Draft, section: int) -> None:
    """List who came on, and who went off for somebody, where no other list has them."""
    for swap in draft.sides[section].swaps:
        for player, name in ((swap.off, "replaced"), (swap.on, "bench")):
            if player and section not in draft.lists(player.text):
                draft.add(section, name, Listed(player, swap.source))


def add_incidents(draft: Draft, part: Part, section: int) -> None:
    """Put goals, cards and missed penalties on their sides."""
    if part.kind not in EVENTS:
        return
    part = replace(part, entries=tuple(regrouped(part.entries, draft)))
    entries = [entry for entry in part.entries if entry.name]
    homes = [draft.lists(entry.name.value) for entry in entries if entry.name]
    of_match = any(home and section not in home for home in homes)

    def side_of(entry: Entry) -> int:
        for name in team_names(entry):
            if (number := draft.number_of(name)) is not None:
                return number
        lists = draft.lists(entry.name.value) if entry.name else []
        if len(lists) == 1:
            return lists[0]
        return section if (section in lists or not lists) and not of_match else LOOSE

    for entry, goal in goals_of(part) if part.kind == "goals" else ():
        add_goal(draft, side_of(entry), goal)
    for entry, card in cards_of(part) if part.kind in CARDS else ():
        draft.add(side_of(entry), "cards", card)
    for entry, missed in missed_of(part) if part.kind in MISSED else ():
        draft.add(side_of(entry), "missed", missed)


def regrouped(entries: Sequence[Entry], draft: Draft) -> Iterator[Entry]:
    """The entries with teams between commas made groups: "Hallvik, Kaba 25; Vold, Brevik, 30"."""
    team: Token | None = None
    waiting: Entry | None = None
    for entry in entries:
        if entry.name and draft.number_of(entry.name.written) is not None:
            if waiting and not waiting.items and entry.items:
                yield replace(waiting, group=entry.name, items=entry.items)
                waiting = None
            else:
                team = entry.name
            continue
        if waiting:
            yield waiting
        waiting = replace(entry, group=entry.group or team)
        team = None
    if waiting:
        yield waiting


def add_goal(draft: Draft, number: int, goal: Scored) -> None:
    """Put a goal on a side; an own goal on that of its scorer, who did not gain it."""
    lists = draft.lists(goal.scorer.text)
    if draft.number_of(goal.assist) is not None:  # "Kaba 12 (Hallvik)"
        goal = replace(goal, assist=None)
    if goal.kind == "own_goal" and len(lists) == 1:
        number, goal = lists[0], replace(goal, gained=False)
    draft.add(number, "goals", goal)


def team_names(entry: Entry) -> Iterator[Written]:
    """The names beside an entry that may be its team: "Hallvik - Vold", "Vold (Hallvik)"."""
    if entry.group:
        yield entry.group.written
    yield from (e.name.written for bracket in entry.brackets for e in bracket if e.name)


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
