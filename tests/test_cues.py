"""Each cue for who manages and who takes no part finds its examples and spares its near misses."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from readings import scene_of

from kg.lexicon import Screen, entries
from kg.mentions.bystanders import cues as bystander_cues
from kg.mentions.managers.cues import cues as manager_cues
from kg.mentions.shown import sentences_of

LEAD = "Hosts Hallvik won 2-0 against Brevik in the Norland League on Saturday.\n\n"
CUES: Mapping[str, Callable[[], Screen[Any]]] = {
    "managers": manager_cues,
    "bystanders": bystander_cues,
}
# Who is told beforehand to be what, for the cues of each file.
PEOPLE = {
    "managers": "Hallvik striker Kaba was in the team.\n\nThe manager Sorensen was not there.\n\n",
    "bystanders": (
        "Hallvik striker Kaba was in the team, and Bellini headed the ball to Sorensen.\n\n"
        "The manager Dahl was not there, and Bell and Vestby looked on.\n\n"
    ),
}


def examples() -> list[Any]:
    return [
        pytest.param(file, number, text, wanted, id=f"{file}-{number}-{text}")
        for file in CUES
        for number, entry in enumerate(entries(file, "cue"))
        for wanted, texts in ((True, entry["reads"]), (False, entry["spares"]))
        for text in texts
    ]


@pytest.mark.parametrize(("file", "number", "text", "wanted"), examples())
def test_cue(file: str, number: int, text: str, wanted: bool) -> None:
    before = LEAD + PEOPLE[file]
    sentences = sentences_of(scene_of(f"{before}{text}").mentions)
    shown = [s.text for s in sentences if s.sentence.start >= len(before)]
    pattern = CUES[file]().all[number].pattern
    assert any(pattern.search(one) for one in shown) == wanted, shown
