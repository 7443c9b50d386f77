"""Patterns that are screened match what they match without a screen."""

import re

import pytest

from kg.lexicon import screened
from kg.lexicon.screening import needs_of

PATTERNS = (
    "<T0> (?:join|joins) them on [0-9]+ points?",
    "(?:go|went|climb(?:s|ed)?) (?:up |back )?(?:second|third|[0-9](?:nd|rd))",
    "(?=Hallvik).{0,20}(?<=lead )the table",
    "(?:at home|away)?(?! in May) on (?i:sunday)",
    "(?:rose|sank){2,3} [^ ]*th",
)
TEXTS = (
    "<T0> joins them on 12 points",
    "they went third",
    "they climbed up 2nd",
    "Hallvik again lead the table",
    "at home on SUNDAY",
    "away in May on Sunday",
    "they roserosesank 15th",
    "nothing of the kind",
    "",
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_screen_changes_no_match(pattern: str) -> None:
    bare = re.compile(pattern)
    for text in TEXTS:
        assert bool(screened(pattern).search(text)) == bool(bare.search(text)), text
        matches = [found.span() for found in screened(pattern).finditer(text)]
        assert matches == [found.span() for found in bare.finditer(text)]
    assert any(bare.search(text) for text in TEXTS)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("points?", [["point"]]),
        ("(?:home|away) to", [["away to", "home to"]]),
        ("(?:home|.+) to", [[" to"]]),
        ("(?:on )?[a-z]+", []),
        ("(?:lead ){2,}(?=.*table)", [["table"], ["lead "]]),
        ("(?i:sunday) next", [[" next"]]),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: list[list[str]]) -> None:
    assert sorted(map(sorted, needs_of(pattern))) == sorted(needs)
