"""One table of a graph beside one of the gold: which rows belong together, and what is right."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from kg.score.gold import ARGUABLE, Gold
from kg.score.names import Names
from kg.score.tables import Row, Table
from kg.score.tally import Tally

NEAR = 3  # minutes by which a minute may differ from one that the gold holds approximate
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Compared:
    """A row of the gold (None: it has none), the row of the graph, and the columns scored."""

    report: str
    table: Table
    gold: Row | None
    found: Row | None
    columns: Mapping[str, bool] = field(default_factory=dict)

    @property
    def facts(self) -> Tally:
        """One fact for the key of a row, and one for each of its columns."""
        failed = [name for name, right in self.columns.items() if not right]
        whole = self.rows
        if self.gold is None or self.found is None:
            return Tally(0, whole.wrong * (1 + len(failed)), whole.missed * (1 + len(failed)))
        return Tally(
            1 + len(self.columns) - len(failed),
            sum(self.found.get(name) is not None for name in failed),
            sum(self.gold.get(name) is not None for name in failed),
        )

    @property
    def rows(self) -> Tally:
        """The row as one fact, by its key alone."""
        if self.gold is None:
            return Tally(wrong=1)
        return Tally(missed=1) if self.found is None else Tally(right=1)

    @property
    def is_whole(self) -> bool:
        """Whether the graph has the row, and all that is scored in it is right."""
        return self.gold is not None and self.found is not None and all(self.columns.values())


def compare(table: Table, gold: Gold, told: Sequence[Row]) -> Iterator[Compared]:
    """Every row of gold and graph that is scored, those of one key together."""
    if table.name not in gold.tables:
        return
    optional = gold.optional.get(table.name, frozenset())
    wanted = gold.tables[table.name]
    found = [row for row in told if not gold.only_main or is_of_main(gold, row)]
    pairs = pair_up(table, wanted, found, gold.names)
    for number, row in enumerate(wanted):
        if any(row.get(name) == ARGUABLE for name in table.key):
            continue
        if number in pairs:
            other = found[pairs[number]]
            verdicts = judge(table, row, other, gold.names, optional)
            yield Compared(gold.id, table, row, other, verdicts)
        else:
            lost = [c for c in table.scored if row.get(c) not in (None, ARGUABLE)]
            missed = dict.fromkeys((c for c in lost if c not in optional), False)
            yield Compared(gold.id, table, row, None, missed)
    for number, row in enumerate(found):
        if number not in pairs.values() and not may_be_arguable(table, wanted, row, gold.names):
            invented = (c for c in table.attributes if row.get(c) is not None)
            yield Compared(gold.id, table, None, row, dict.fromkeys(invented, False))


def is_of_main(gold: Gold, row: Row) -> bool:
    """Whether a row is about the gold's first match; one that names no match is taken to be."""
    home, away = row.get("home"), row.get("away")
    main = gold.tables["matches"][0]
    first, second = main.get("home"), main.get("away")
    if "home" not in row or "away" not in row:
        return True
    if home is None or away is None or first is None or second is None:
        return False
    return any(
        gold.names.same("home", first, one) and gold.names.same("away", second, other)
        for one, other in ((home, away), (away, home))
    )


def pair_up(
    table: Table, wanted: Sequence[Row], found: Sequence[Row], names: Names
) -> dict[int, int]:
    """The row of the graph that each row of the gold belongs with: of one key, the likest first."""

    def agreement(pair: tuple[int, int]) -> int:
        return sum(judge(table, wanted[pair[0]], found[pair[1]], names).values())

    fitting = [
        (i, j)
        for (i, one), (j, other) in product(enumerate(wanted), enumerate(found))
        if is_key_of(table, one, other, names)
    ]
    pairs: dict[int, int] = {}
    for i, j in sorted(fitting, key=agreement, reverse=True):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def may_be_arguable(table: Table, wanted: Sequence[Row], found: Row, names: Names) -> bool:
    """Whether a row of the graph fits one whose key the gold leaves open."""
    return any(
        ARGUABLE in [row.get(name) for name in table.key] and is_key_of(table, row, found, names)
        for row in wanted
    )


def is_key_of(table: Table, gold: Row, found: Row, names: Names) -> bool:
    """Whether two rows have the same key; of a change one player may be untold."""

    def same(column: str, other: str) -> bool:
        one, two = gold.get(column), found.get(other)
        if one == ARGUABLE:
            return True
        if one is None or two is None:
            return table.name == "substitutions"
        return names.same(column, one, two)

    if all(same(name, name) for name in table.key):
        return True
    return table.unordered and same(*table.key) and same(*reversed(table.key))


def judge(
    table: Table, gold: Row, found: Row, names: Names, optional: frozenset[str] = frozenset()
) -> dict[str, bool]:
    """Whether each column is right; one that is not scored is left out."""
    verdicts = {}
    for column in table.scored:
        one, two = gold.get(column), found.get(column)
        if one == ARGUABLE or (one is None and (two is None or column in table.if_told)):
            continue
        if two is None and column in optional:
            continue
        verdict = is_right(column, gold, found, names)
        if verdict is not None:
            verdicts[column] = verdict
    return verdicts


def is_right(column: str, gold: Row, found: Row, names: Names) -> bool | None:
    """Whether a column says what the gold says; None where the gold is too vague to tell."""
    one, two = gold.get(column), found.get(column)
    about = gold.get("minute_about")
    if column == "minute" and one is None and about and two:
        return None if abs(minute(two) - minute(about)) <= NEAR else False
    if one is None or two is None:
        return False
    if column == "score":
        home, other = gold.get("home"), found.get("home")
        straight = home is not None and other is not None and names.same("home", home, other)
        return one == (two if straight else "-".join(reversed(two.split("-"))))
    return names.same(column, one, two)


def minute(shown: str) -> int:
    """The minute that a clock shows, the added ones left aside: 90 of "90+3"."""
    found = NUMBER.match(shown)
    return int(found.group()) if found else 0
