"""Reports of our own with what each tells: whole themselves, and read no worse than they were.

Those of `a.txt` to `f.txt` may be looked at to mend the reader; those of `g.txt` and `h.txt` only
measure it. `figures.toml` holds how well each file was read.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from readings import read_one

from kg.errors import InputError
from kg.fuse import fuse
from kg.graph import build_graph
from kg.pipeline import known_names
from kg.score import TABLES, Score, score
from kg.score.accounts import Account, read_accounts, to_account

FOLDER = Path(__file__).parent / "accounts"
FILES = sorted(FOLDER.glob("*.txt"))
FIGURES = tomllib.loads((FOLDER / "figures.toml").read_text(encoding="utf-8"))
BY_NAME = {table.name: table for table in TABLES}
SLACK = 0.005  # by which a figure may fall where others rise


@cache
def accounts(file: Path) -> tuple[Account, ...]:
    return tuple(read_accounts(file))


def told(account: Account) -> Iterator[tuple[str, str | None]]:
    """Who and what is named in the rows of an account, with the name of the column."""
    for rows in account.gold.tables.values():
        for row in rows:
            yield from ((c, row.get(c)) for c in ("scorer", "assist", "player", "on", "off"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_accounts_name_who_is_in_their_reports(file: Path) -> None:
    for account in accounts(file):
        text = account.report.text
        names = {name for _, name in told(account) if name and name != "?"}
        assert not [name for name in names if name.split()[-1] not in text], account.report.id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_side_has_more_goals_than_its_score(file: Path) -> None:
    for account in accounts(file):
        match = account.gold.tables["matches"][0]
        mine = Counter(row["team"] for row in account.goals)
        for side, scored in (("home", match["home_goals"]), ("away", match["away_goals"])):
            assert scored is None or mine[match[side]] <= int(scored), account.report.id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_reports_are_read_as_well_as_before(file: Path) -> None:
    found = measured(file)
    figures = {"facts": round(found.facts.f1, 3)}
    figures |= {
        name: round(found.of(table=BY_NAME[name]).rows.f1, 3)
        for name in ("matches", "goals", "memberships")
    }
    least = FIGURES[file.stem]
    assert not {name: f for name, f in figures.items() if f < least[name] - SLACK}, figures


def measured(file: Path) -> Score:
    graphs = {}
    for account in accounts(file):
        graphs[account.report.id] = build_graph(fuse([read_one(account.report)], known_names()))
    return score((account.gold for account in accounts(file)), graphs)


ONE = """
Hallvik beat Brevik 2-0. Kaba scored from Nduri's pass just before the hour.
==
names: Hallvik IL = Hallvik, The Herons
match: Hallvik IL | Brevik | 2-0
goal: Kaba | Hallvik IL | ~58 | Nduri
players Hallvik IL: Kaba, Nduri
"""


def test_an_account_is_gold() -> None:
    account = to_account("A01", ONE, "own.txt")
    (match,), (goal,) = (account.gold.tables[name] for name in ("matches", "goals"))
    assert (match["score"], match["winner"], match["venue"]) == ("2-0", "Hallvik IL", "?")
    assert (goal["minute"], goal["minute_about"], goal["kind"]) == (None, "58", "regular")
    assert account.goals == (goal,)
    assert account.gold.names.same("team", "Hallvik IL", "The Herons")
    assert [row["player"] for row in account.gold.tables["memberships"]] == ["Kaba", "Nduri"]


@pytest.mark.parametrize(
    ("line", "what"),
    [("Hallvik beat Brevik 2-0.\n", "is missing"), (ONE + "kick: Kaba\n", "no line of an account")],
)
def test_what_is_no_account_is_wrong_input(line: str, what: str) -> None:
    with pytest.raises(InputError, match=what):
        to_account("A01", line, "own.txt")
