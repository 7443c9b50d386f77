"""Team sheets in the forms reports write them, and what is none: tests/sheets.toml.

tests/sheets/ has whole reports with sheets, each with the answers to some questions, all of them.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from readings import graph_of, rows, unpaired

from kg.sheets import Minute, Sheet, TeamSheet, read_sheet

CASES = tomllib.loads((Path(__file__).parent / "sheets.toml").read_text("utf-8"))

REPORTS = sorted((Path(__file__).parent / "sheets").glob("*.toml"))
QUESTIONS = ("matches", "goals", "cards", "substitutions", "positions", "managers")


def by_form(cases: Iterable[Any]) -> list[Any]:
    return [pytest.param(case, id=case["form"]) for case in cases]


def shown(minute: Minute | None) -> str:
    if minute is None:
        return ""
    return f" {minute.minute}+{minute.added}" if minute.added else f" {minute.minute}"


def lines(sheet: Sheet, of: str) -> list[str]:
    """What a sheet says, in the short form of the cases."""
    sides = [side for side in (*sheet.sides, sheet.loose) if side != TeamSheet()]
    return [
        f"{side.team.text if side.team else '?'}: {line}"
        for side in sides
        for line in SHOW[of](side)
    ]


def shown_swaps(side: TeamSheet) -> Iterator[str]:
    for swap in side.swaps:
        on, off = (who.text if who else "?" for who in (swap.on, swap.off))
        yield f"{on} > {off}{shown(swap.minute)}"


def shown_cards(side: TeamSheet) -> Iterator[str]:
    for card in side.cards:
        yield f"{card.player.text} {card.colour or 'sent_off'}{shown(card.minute)}"


def shown_goals(side: TeamSheet) -> Iterator[str]:
    for goal in side.goals:
        yield f"{goal.scorer.text} {goal.kind}{shown(goal.minute)}{'' if goal.gained else ' -'}"


SHOW: dict[str, Callable[[TeamSheet], Iterable[str]]] = {
    "line_ups": lambda side: [", ".join(p.name.text for p in side.line_up)],
    "benches": lambda side: [", ".join(p.name.text for p in side.bench)],
    "squads": lambda side: [", ".join(p.name.text for p in side.squad)],
    "swaps": shown_swaps,
    "cards": shown_cards,
    "goals": shown_goals,
}


@pytest.mark.parametrize("case", by_form(CASES["sheet"]))
def test_sheet_is_read(case: Any) -> None:
    sheet = read_sheet(case["text"])
    assert sheet is not None
    for of in SHOW:
        if of in case or of in ("swaps", "cards", "goals"):
            assert lines(sheet, of) == case.get(of, []), of
    for name, value in case.get("notes", {}).items():
        note = getattr(sheet, name)
        told = getattr(note.value, "text", note.value)
        assert told == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize("case", by_form(CASES["sheet"]))
def test_names_keep_their_place(case: Any) -> None:
    text = case["text"]
    sheet = read_sheet(text)
    assert sheet is not None
    assert sheet.names
    for name in (*sheet.names, *sheet.teams):
        written = " ".join(text[name.start : name.end].split())
        assert written.lower() == name.text.lower()
    assert all(text[span.start : span.end].strip() for span in sheet.spans)


@pytest.mark.parametrize("case", by_form(CASES["spared"]))
def test_what_is_no_sheet_is_spared(case: Any) -> None:
    assert read_sheet(case["text"]) is None


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_report_with_a_sheet(path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    graph = graph_of(case["text"])
    for question in QUESTIONS:
        if question in case:
            told = [row for row in rows(graph, question) if row.get("home_goals") != ""]
            assert unpaired(case[question], told) == ([], []), f"{question}: {told}"
    members = {(row["team"], row["player"]) for row in rows(graph, "memberships")}
    if "members" in case:
        listed = {(team, player) for team, names in case["members"].items() for player in names}
        assert (sorted(listed - members), sorted(members - listed)) == ([], [])
