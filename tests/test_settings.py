"""The ways to tell of a match where it was, in what, and who watched and refereed it."""

import tomllib
from pathlib import Path

import pytest
from readings import reading_of

from kg.mentions import Entity

SETTINGS = tomllib.loads((Path(__file__).parent / "settings.toml").read_text("utf-8"))["setting"]
WAYS = [(one["field"], value, way) for one in SETTINGS for value, way in one["ways"]]
BODY = (
    "Ivo Kaba opened the scoring in the 12th minute for Hallvik and Jon Lund added another goal "
    "after 70 minutes. Paul Gomes hit the post late on for Brevik."
)
RESULT = "Hallvik beat Brevik 2-1 on Saturday. "


@pytest.mark.parametrize(("field", "value", "way"), WAYS)
def test_setting(field: str, value: str, way: str) -> None:
    lead = "" if " beat " in way or " on Saturday" in way else RESULT
    main = reading_of(f"date 2021-03-06\n\n{way}\n\n{lead}{BODY}").matches[0]
    found = getattr(main, field)
    told = found.name if isinstance(found, Entity) else str(found or "")
    assert told == value
