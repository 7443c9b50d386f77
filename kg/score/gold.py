"""Gold facts: what a careful reader learns from one report, as a JSON file.

Each table of `kg.score.tables` is a list of rows. Null: the text does not say. "?": arguable, and
not scored. A table that is left out is not scored at all. `names` lists the forms of each name.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.score.names import Names, to_names
from kg.score.tables import TABLES, Row, Table

ARGUABLE = "?"


@dataclass(frozen=True)
class Gold:
    """The gold facts of one report.

    `optional` holds, by table, the columns that a graph may leave open but not get wrong; with
    `only_main` rows about other matches do not count. Both suit gold from a match database.
    """

    id: str
    names: Names
    tables: Mapping[str, tuple[Row, ...]]
    optional: Mapping[str, frozenset[str]]
    only_main: bool = False


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """The gold of each report, by id: `FOLDER/ID.json`.

    Raises:
        InputError: the folder holds no gold, or a file is none.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(str(folder), "no gold facts here", "name a folder of ID.json files")
    return tuple(map(read_file, paths))


def read_file(path: Path) -> Gold:
    """The gold facts in one file.

    Raises:
        InputError: the file is no JSON, or its tables are no lists of rows.
    """
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        only_main = bool(content.get("only_main", False))
        return Gold(
            id=path.stem,
            names=to_names(content.get("names", {}), surname_is_enough=only_main),
            tables={
                table.name: tuple(rows_of(table, content[table.name]))
                for table in TABLES
                if table.name in content
            },
            optional={
                name: frozenset(columns) for name, columns in content.get("optional", {}).items()
            },
            only_main=only_main,
        )
    except (ValueError, AttributeError, TypeError) as error:
        what = f"this is no gold file ({' '.join(str(error).split())})"
        raise InputError(str(path), what, "give one JSON object of tables, each a list") from None


def rows_of(table: Table, rows: list[dict[str, object]]) -> Iterator[Row]:
    """The rows of a table as text, with the columns that follow from others."""
    for given in rows:
        row = {name: None if value is None else str(value) for name, value in given.items()}
        if "home_side" in table.attributes:
            row["home_side"] = ARGUABLE if given.get("neutral_order") else row.get("home")
        if "score" in table.attributes:
            row["score"] = score_of(row)
        yield row


def score_of(row: Row) -> str | None:
    """The score of a match in a row, "2-1"; None if one of its halves is not said."""
    goals = row.get("home_goals"), row.get("away_goals")
    if ARGUABLE in goals:
        return ARGUABLE
    return None if None in goals else f"{goals[0]}-{goals[1]}"
