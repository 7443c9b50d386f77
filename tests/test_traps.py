"""What reads like an event of the match and is none, and what is one all the same."""

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from readings import reading_of

TRAPS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "traps.toml").read_text("utf-8"))
EVENTS: dict[str, dict[str, str]] = TRAPS["event"]
FRAMES: dict[str, list[str]] = TRAPS["frames"]
LEAD = """Hallvik beat Brevik 4-2 at Fjord Park on Saturday to move up to third.

Marco Bellini put the hosts ahead in the 12th minute and doubled the lead five minutes before the
break. Hallvik midfielder Ola Nduri shot over, and Brevik defender Paul Gomes cleared off the line.

"""
NAMES = {"P": "Nduri", "Q": "Jonas Ruud"}
UNREAL = [frame for kind in ("unreal", "other_day", "other_match") for frame in FRAMES[kind]]


def framed(frame: str, event: dict[str, str]) -> str:
    """An event in a frame, with the names of who it is of."""
    words = [NAMES.get(word.strip(",:"), word) + word[1:] * (word[:1] in NAMES and len(word) == 2)
             for word in frame.split(" ")]  # fmt: skip
    return " ".join(words).format(**event)


def told(text: str) -> list[str]:
    """The events a report tells beside the goals of its lead: "card of Ola Nduri"."""
    events = (event for event in reading_of(LEAD + text).events if event.actor)
    return [f"{e.word} of {e.actor.name}" for e in events if e.actor and "Bellini" not in e.label]


@pytest.mark.parametrize("frame", UNREAL)
def test_no_event(frame: str) -> None:
    for event in EVENTS.values():
        text = framed(frame, event)
        assert told(text) == [], text


@pytest.mark.parametrize(("frame", "kind"), list(product(FRAMES["real"], EVENTS)))
def test_event(frame: str, kind: str) -> None:
    text = framed(frame, EVENTS[kind])
    assert told(text) == [f"{kind} of Ola Nduri"], text


@pytest.mark.parametrize("text", TRAPS["strangers"])
def test_no_player_of_either_side(text: str) -> None:
    reading = reading_of(LEAD + text)
    assert not any(
        member.player.name.endswith("Ruud") and member.team.name in ("Hallvik", "Brevik")
        for member in reading.memberships
    )


@pytest.mark.parametrize("text", TRAPS["lent"])
def test_player_all_the_same(text: str) -> None:
    members = {(m.player.name, m.team.name) for m in reading_of(LEAD + text).memberships}
    assert ("Jonas Ruud", "Hallvik") in members
