"""Patterns that are screened are found wherever they match, and passed over where they cannot."""

import re
from dataclasses import dataclass

import pytest

from kg.facts.asides import ways
from kg.lexicon import Screen, Written, guard, screen
from kg.lexicon.literals import needs_by_way, needs_of
from kg.mentions.managers import cues as manager_cues
from kg.mentions.match import home
from kg.phrasings import marked
from kg.phrasings.moment_ways import ways as moment_ways


@dataclass(frozen=True)
class Way:
    pattern: Written


PATTERNS = (
    "<T0> (?:join|joins) them on [0-9]+ points?",
    "(?:go|went|climb(?:s|ed)?) (?:up |back )?(?:second|third|[0-9](?:nd|rd))",
    "(?=Hallvik).{0,20}(?<=lead )the table",
    "(?:at home|away)?(?! in May) on (?i:sunday)",
    "(?:rose|sank){2,3} [^ ]*th",
    r"[]}] (?P<n>two)-(?P=n) \(on [^)]*\)",
)
TEXTS = (
    "<T0> joins them on 12 points",
    "they went third",
    "they climbed up 2nd",
    "Hallvik again lead the table",
    "at home on SUNDAY",
    "away in May on Sunday",
    "they roserosesank 15th",
    "} two-two (on Sunday)",
    "nothing of the kind",
    "",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_screen_passes_what_matches(pattern: str, flags: re.RegexFlag) -> None:
    way = Way(Written(pattern, flags))
    found = [text for text in TEXTS if way.pattern.search(text)]
    assert found
    assert set(found) <= {text for text in TEXTS if [*screen([way]).passed(text)]}


def test_screen_keeps_the_order() -> None:
    every = tuple(Way(Written(pattern)) for pattern in ("b", "[a-z]", "a|b", "c"))
    assert [*screen(every).passed("b")] == [every[0], every[1], every[2]]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("points?", [["point"]]),
        ("(?:home|away) to", [["away to", "home to"]]),
        ("(?:home|.+) to", [[" to"]]),
        ("(?:on )?[a-z]+", []),
        ("(?:lead ){2,}(?=.*table)", [["table"], ["lead "]]),
        ("(?i:sunday) Next", [["sunday next"]]),
        ("n(?:o|ever)? goal[s]", [["n goals", "never goals", "no goals"]]),
        ("a{0,2}b{,3}c*", []),
        ("x+|y", [["x", "y"]]),
        (r"\b[xy]\b", [["x", "y"]]),
        ("(?:x|y?)", []),
        (r"half[- ]time\b", [["half time", "half-time"]]),
        (r"[^x](?!no)\.\d", [["."]]),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: list[list[str]]) -> None:
    assert sorted(map(sorted, needs_of(pattern))) == sorted(needs)


def test_each_way_through_a_pattern_has_needs_of_its_own() -> None:
    one, other = needs_by_way(r"\b(?:in [0-9]+ days|next [a-z]+ (?:week|month))\b")
    assert sorted(map(sorted, one)) == [[" days"], ["in "]]
    assert sorted(map(sorted, other)) == [[" month", " week"], ["next "]]
    way = Way(Written("in [0-9]+ days|next [a-z]+ week"))
    assert [*screen([way]).passed("the next cup week")] == [way]
    assert not [*screen([way]).passed("this week in May")]


def test_guarded_pattern_finds_what_the_pattern_finds() -> None:
    slow = re.compile("(?:home|away) to")
    for text in ("at home to Hallvik", "home, not to win", ""):
        assert str(guard(slow).search(text)) == str(slow.search(text))
        assert [*map(str, guard(slow).finditer(text))] == [*map(str, slow.finditer(text))]


SCREENS = (ways, moment_ways, home.cues, manager_cues.cues, marked.screened)


@pytest.mark.parametrize("screened", [build() for build in SCREENS], ids=range(len(SCREENS)))
def test_nearly_every_pattern_needs_something(screened: Screen[Way]) -> None:
    unasking = [*screened.passed("")]
    assert len(unasking) <= len(screened.all) // 4
