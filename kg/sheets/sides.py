"""Put the players, cards and goals of a sheet on their sides.

What a list tells is of the team it names, else of the team that lists the player, else of the team
whose part comes before: "Hallvik: ... Brevik: ... Booked: Vold, Gomes" books a player of each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.sheets.draft import LOOSE, Draft
from kg.sheets.entries import Entry
from kg.sheets.headings import LINE_UP
from kg.sheets.incidents import cards_of, goals_of, missed_of
from kg.sheets.notes import name_of
from kg.sheets.part import BENCHES, CARDS, EVENTS, POSITIONS, Part
from kg.sheets.players import (
    cards_beside,
    is_numbered,
    listed,
    swaps_of_bench,
    swaps_of_line_up,
    turned,
)
from kg.sheets.tokens import Token
from kg.sheets.told import Listed, Scored, Written

MISSED = frozenset({"missed_penalties", "saved_penalties"})
MOST_SUBSTITUTES = 5


def add_players(draft: Draft, part: Part, section: int) -> None:
    """Put the players of a line-up, bench or squad on their side, with what stands beside them."""
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
    elif part.kind in POSITIONS or part.kind == "planned":
        draft.add(section, "squad", *(player for _, player in listed(part)))
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
            if len(homes) == 1 and (part.kind == "swaps" or part.heading.team is None):
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
