"""Accounts: match reports with what each of them tells beneath, many in one file.

    ## A01 wire
    Hallvik beat Brevik 2-0 on Sunday. Kaba scored from Nduri's pass after 12 minutes ...
    ==
    names: Ivo Kaba = Kaba; Hallvik IL = Hallvik, The Herons
    match: Hallvik IL | Brevik | 2-0
    goal: Ivo Kaba | Hallvik IL | 12 | Nduri | regular
    players Hallvik IL: Ivo Kaba, Nduri

A line says what it tells of and then, parted by "|", the columns of `LINES`. "-" is what the text
does not say, "?" what is arguable, "~58" an approximate minute. A match may have the winner behind
its score, or "neutral" if nobody can tell who was at home; `other` is one of other teams, or of
another day, and `goal2` a goal of it. What a match was part of, and where it was, is left open.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.report import Report, to_report
from kg.score.gold import ARGUABLE, Gold, score_of
from kg.score.names import to_names
from kg.score.tables import TABLES, Row

# What a line tells of: the table of the gold, and its columns in their order.
LINES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "match": ("matches", ("home", "away", "score")),
    "other": ("matches", ("home", "away", "score")),
    "goal": ("goals", ("scorer", "team", "minute", "assist", "kind", "method")),
    "goal2": ("goals", ("scorer", "team", "minute", "assist", "kind", "method")),
    "card": ("cards", ("player", "team", "colour", "minute")),
    "sub": ("substitutions", ("on", "off", "team", "minute")),
    "penalty": ("penalties", ("taker", "team", "outcome", "minute", "keeper")),
    "woodwork": ("woodwork", ("player", "team", "minute")),
    "disallowed": ("disallowed", ("player", "team", "minute")),
    "manager": ("managers", ("person", "team")),
}
OTHERS, ELSEWHERE = frozenset({"other", "goal2"}), "elsewhere"  # the column that marks them
MEMBERS = ("memberships", ("player", "team"))
OPEN = ("date", "competition", "stage", "venue", "city", "attendance", "referee")
REGULAR = "regular"  # the kind of a goal of which no other is told
UNTOLD, ABOUT, NEUTRAL, PLAYERS = "-", "~", "neutral", "players "
HEAD = re.compile(r"^## +(?=\w+\d)", re.MULTILINE)
BENEATH = re.compile(r"^==\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Account:
    """A report and what it tells."""

    report: Report
    gold: Gold

    @property
    def goals(self) -> tuple[Row, ...]:
        """The goals of the report's own match."""
        return tuple(row for row in self.gold.tables["goals"] if not row.get(ELSEWHERE))


def read_accounts(path: Path) -> Iterator[Account]:
    """The accounts in a file.

    Raises:
        InputError: a report has nothing beneath it, or a line is none of an account.
    """
    _, *parts = HEAD.split(path.read_text(encoding="utf-8"))
    for part in parts:
        head, _, rest = part.partition("\n")
        yield to_account(head.split()[0], rest, f"{path}, {head}")


def to_account(name: str, rest: str, where: str) -> Account:
    """One account: the text of its report, and the lines beneath."""
    text, *beneath = BENEATH.split(rest)
    if len(beneath) != 1:
        raise InputError(where, "what the report tells is missing", 'write it behind a line "=="')
    names: dict[str, list[str]] = {}
    tables: dict[str, list[Row]] = {name: [] for name, _ in (*LINES.values(), MEMBERS)}
    for line in filter(None, map(str.strip, beneath[0].splitlines())):
        kind, _, told = line.partition(":")
        values = [value.strip() for value in told.split("|")]
        if kind == "names":
            names |= forms_of(told)
        elif kind.startswith(PLAYERS):
            team = kind.removeprefix(PLAYERS).strip()
            tables["memberships"] += members(team, told)
        elif kind in LINES:
            table, columns = LINES[kind]
            row = to_match(values) if table == "matches" else to_row(columns, values)
            tables[table].append(row | {ELSEWHERE: kind} if kind in OTHERS else row)
        else:
            raise InputError(where, f"no line of an account: {line!r}", f"name one of {[*LINES]}")
    known = to_names(names | {name: names.get(name, []) for name in named_in(tables)})
    rows = {table.name: tuple(tables[table.name]) for table in TABLES if table.name in tables}
    return Account(to_report(text.strip() + "\n", name), Gold(name, known, rows, {}))


def forms_of(told: str) -> dict[str, list[str]]:
    """The forms of each name: "Ivo Kaba = Kaba; Hallvik IL = Hallvik, The Herons"."""
    found = {}
    for entry in filter(None, map(str.strip, told.split(";"))):
        name, _, forms = entry.partition("=")
        found[name.strip()] = [form.strip() for form in forms.split(",") if form.strip()]
    return found


def members(team: str, told: str) -> list[Row]:
    """The players of a team, parted by commas."""
    _, columns = MEMBERS
    players = filter(None, map(str.strip, told.split(",")))
    return [dict(zip(columns, (player, team), strict=True)) for player in players]


def to_row(columns: Sequence[str], values: Sequence[str]) -> dict[str, str | None]:
    """A row of a table; what a line leaves away at its end is untold."""
    padded = [*values, *[UNTOLD] * (len(columns) - len(values))]
    row = {c: None if v in (UNTOLD, "") else v for c, v in zip(columns, padded, strict=True)}
    minute = row.get("minute") or ""
    if minute.startswith(ABOUT):
        row |= {"minute": None, "minute_about": minute.removeprefix(ABOUT)}
    if "kind" in row and row["kind"] is None:
        row["kind"] = REGULAR
    return row


def to_match(values: Sequence[str]) -> dict[str, str | None]:
    """The row of a match, from its sides, its score, and who won if the score does not tell it."""
    home, away, score, *more = values
    goals = [part.strip() for part in score.split("-")] if "-" in score.strip("-") else [None, None]
    told = next((one for one in more if one and one != NEUTRAL), None)
    row: dict[str, str | None] = dict.fromkeys(OPEN, ARGUABLE)
    row |= {"home": home, "away": away, "home_goals": goals[0], "away_goals": goals[1]}
    row["winner"] = told or winner_of(home, away, goals)
    row["home_side"] = ARGUABLE if NEUTRAL in more else home
    row["score"] = score_of(row)
    return row


def winner_of(home: str, away: str, goals: Sequence[str | None]) -> str | None:
    """Who won by a score, or "draw"."""
    if None in goals:
        return None
    one, other = (int(part or 0) for part in goals)
    return "draw" if one == other else home if one > other else away


def named_in(tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """The players, managers and teams in the rows of tables."""
    for row in (row for rows in tables.values() for row in rows):
        for column in ("player", "scorer", "person", "team", "home", "away"):
            if value := row.get(column):
                yield value
