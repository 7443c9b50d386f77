"""Each list of tests/share_lists.toml in which several score and one verb tells of it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from readings import reading_of

from kg.facts.goal import Goal

LISTS = tomllib.loads(Path(__file__).with_name("share_lists.toml").read_text(encoding="utf-8"))
OWN = {("Kaba", "10"), ("Rask", "20"), ("Kaba", "30")}


def sentences() -> Iterator[tuple[str, set[tuple[str, str]]]]:
    """Every sentence, with the scorers that it tells and their minutes."""
    for beginning in LISTS["beginnings"]:
        for end in LISTS["ends"]:
            words, _, minute = end.partition(" => ")
            yield beginning.format(words), {("Holm", "70"), ("Moe", minute)}
    for one in (*LISTS["told"], *LISTS["near"]):
        words, _, goals = one.partition(" => ")
        yield words, {(name, at) for goal in goals.split(" ; ") for name, at in [goal.split()]}


@pytest.mark.parametrize(("sentence", "goals"), tuple(sentences()))
def test_each_of_a_list_scored_at_his_own_time(sentence: str, goals: set[tuple[str, str]]) -> None:
    events = reading_of(LISTS["report"].format(sentence).strip()).events
    told = {
        (g.scorer.name.split()[-1], g.clock.strip(" '") or "-", g.team and g.team.name)
        for g in events
        if isinstance(g, Goal) and g.scorer
    }
    hosts = {(name, minute, "Hallvik") for name, minute in OWN}
    assert told == hosts | {(name, minute, "Brevik") for name, minute in goals}
