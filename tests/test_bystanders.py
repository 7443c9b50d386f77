"""Each cue of kg/lexicon/bystanders.toml finds its examples and spares its near misses."""

import tomllib
from typing import Any

import pytest
from readings import scene_of

from kg.lexicon import FOLDER
from kg.mentions.bystanders import cues
from kg.mentions.shown import sentences_of

LEAD = "Hosts Hallvik won 2-0 against Brevik in the Norland League on Saturday.\n\n"
PEOPLE = """Hallvik striker Kaba was in the team, and Bellini headed the ball to Sorensen.

The manager Dahl was not there, and Bell and Vestby looked on.

"""


def examples() -> list[Any]:
    content = tomllib.loads((FOLDER / "bystanders.toml").read_text(encoding="utf-8"))
    return [
        pytest.param(number, text, wanted, id=f"{number}-{text}")
        for number, entry in enumerate(content["cue"])
        for wanted, texts in ((True, entry["reads"]), (False, entry["spares"]))
        for text in texts
    ]


@pytest.mark.parametrize(("number", "text", "wanted"), examples())
def test_cue(number: int, text: str, wanted: bool) -> None:
    scene = scene_of(f"{LEAD}{PEOPLE}{text}")
    start = len(LEAD) + len(PEOPLE)
    shown = [s.text for s in sentences_of(scene.mentions) if s.sentence.start >= start]
    assert any(cues().all[number].pattern.search(one) for one in shown) == wanted, shown
