"""The ways in which sentences tell a minute, read from `moments.toml`, and what each comes to."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import count

from kg.lexicon import (
    Screen,
    Written,
    content,
    number_macros,
    pattern,
    screen,
    spelled_out,
    to_number,
)

GROUP = re.compile(r"\(\?P<([na])>")
ALONE = r"(?<![\w+-])"  # no minute is the end of a word or of a sum
MINUTE, SECONDS = 60, "SECONDS"


@dataclass(frozen=True)
class Way:
    """A way to tell a minute, compiled; one of `several` is no minute alone.

    `barred` names the pattern (`file.pattern`) of what before it keeps it from being one.
    """

    pattern: Written
    minute: str
    added: str
    about: bool
    ahead: bool
    several: bool
    barred: str


@cache
def ways() -> Screen[Way]:
    """The ways of `moments.toml`, the more particular first."""
    data = content("moments")
    macros = {**data["macros"], **number_macros()}
    return screen(
        Way(
            Written(ALONE + numbered(spelled_out(entry["pattern"], macros)), re.IGNORECASE),
            entry["minute"],
            entry.get("added", ""),
            entry.get("about", False),
            entry.get("ahead", False),
            entry.get("several", False),
            entry.get("barred", ""),
        )
        for entry in data["moment"]
    )


def numbered(pattern: str) -> str:
    """A pattern whose alternatives may each hold a number: the groups are n1, n2, a1 and so on."""
    counts = {"n": count(1), "a": count(1)}
    return GROUP.sub(lambda found: f"(?P<{found[1]}{next(counts[found[1]])}>", pattern)


def is_barred(way: Way, before: str) -> bool:
    """Whether the words before a number show that it is no minute: "Hallvik are second on 24"."""
    file, _, name = way.barred.partition(".")
    return bool(name) and pattern(file, name).search(before.lower()) is not None


def number_in(match: re.Match[str], name: str) -> int | None:
    """The number that a pattern found in one of its groups of a name, if in any."""
    found = (text for group, text in match.groupdict().items() if text and group[0] == name)
    return to_number(next(found, ""))


def minute_told(way: str, number: int | None) -> int | None:
    """The minute that a pattern tells: "45+N" with 4 is 49, 90 "SECONDS" fall into the second."""
    if way.endswith(SECONDS):
        started = int(way.removesuffix(SECONDS).rstrip("+") or 0)
        return started - (-number // MINUTE) if number is not None else None
    base, up, _ = way.partition("+N")
    base, down, _ = base.partition("-N")
    minute = number if base == "N" else int(base)
    if number is None or minute is None:
        return minute
    return minute + (number if up else -number if down else 0)
