"""What a score or a result beside a name says of it: "X 2-1 Y", "a 1-0 win over X"."""

from collections.abc import Iterator, Sequence

from kg.lexicon import table, words
from kg.mentions.entities import Kind
from kg.mentions.senses.cues import Vote
from kg.mentions.senses.scorelines import SCORE


def votes_by_result(before: Sequence[str], after: Sequence[str], name: str) -> Iterator[Vote]:
    """What the words before a name and behind it tell of a result it is part of."""
    is_at = at_score(before) or before[-2:] == ["winners", "at"]
    if is_at and is_ground(name):
        return  # "beat Hallvik 2-1 at Hallvik Road"
    last, following = (before[-1] if before else ""), (after[0] if after else "")
    if following in words("results", "verb_forms") and any(map(SCORE.fullmatch, after[1:])):
        yield Kind.TEAM, 3  # "Hallvik won 1-0"
    beside = any(SCORE.fullmatch(word) for word in (last, following))
    opponent = last in words("results", "before_opponent") and ends_in_result(before, last)
    if beside or opponent or at_score(before) or {last, following} & words("results", "versus"):
        yield Kind.TEAM, 3
    elif last == "by" and words("results", "before_by").intersection(before[-5:]):
        yield Kind.TEAM, 3.5 if any(map(SCORE.fullmatch, before[-5:])) else 2.5
    elif last == "at" and ends_in_result(before, last):
        yield Kind.TEAM, 2  # "a win at Hallvik", if nothing shows that Hallvik is a ground
    elif last == "of" and is_of_beaten(before):
        yield Kind.TEAM, 3  # "a 4-0 thrashing of Hallvik", "a 4-0 defeat at the hands of Hallvik"


def is_ground(name: str) -> bool:
    """Whether a name of several words ends as those of grounds do: "Hallvik Road"."""
    last = name.split()[1:][-1:]
    return bool(table("nouns", "places")["ground_or_surname"].intersection(last))


def at_score(before: Sequence[str]) -> bool:
    """Whether a name stands where a match ended: "lost 1-0 at Hallvik"."""
    return len(before) > 1 and before[-1] == "at" and bool(SCORE.fullmatch(before[-2]))


def is_of_beaten(before: Sequence[str]) -> bool:
    """Whether the words before a name tell of whom, or by whom, somebody was beaten."""
    noun = before[-2] if len(before) > 1 else ""
    beaten = noun in table("results", "outcomes")["of_opponent"] and any(
        map(SCORE.fullmatch, before)
    )
    return beaten or (noun == "hands" and ends_in_result(before[:-4], ""))


def ends_in_result(window: Sequence[str], preposition: str) -> bool:
    """Whether the last words of a clause tell a score or a result; with "with", that of a draw."""
    parted = max((i for i, word in enumerate(window, 1) if word in {",", ";", "and"}), default=0)
    lists = ("draws",) if preposition == "with" else ("nouns", "verb_forms")
    return any(
        SCORE.fullmatch(word) or any(word in words("results", name) for name in lists)
        for word in window[parted:][-5:]
    )
