"""What a goal did to the score: it opened the scoring, levelled, doubled the lead.

"Kaba levelled" is of a goal of the side that was one behind, whoever Kaba plays for; the words and
what follows from them are data (`kg/lexicon/effects.toml`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.frames import Frame
from kg.lexicon import Screen, Written, content, screen, spelled_out
from kg.phrasings import before, shown

ANY = (-99, 99)


@dataclass(frozen=True)
class Effect:
    """What is true of the score after a goal, seen from the side that gained it.

    `lead` is its goals less those of the other side, `own` and `other` are the goals of each, all
    from and to; `won` and `lost` tell how the match ended for that side, `decisive` that the other
    side ended with one goal less than it had then. `further` tells that a scorer named before
    scored once more.
    """

    name: str
    lead: tuple[int, int] = ANY
    own: tuple[int, int] = ANY
    other: tuple[int, int] = ANY
    won: bool = False
    lost: bool = False
    decisive: bool = False
    further: bool = False

    def allows(self, own: int, other: int) -> bool:
        """Whether a goal that makes it `own` to `other` may have had it."""
        is_lead = self.lead[0] <= own - other <= self.lead[1]
        is_own = self.own[0] <= own <= self.own[1]
        return is_lead and is_own and self.other[0] <= other <= self.other[1]

    def allows_end(self, own: int, final: tuple[int, int]) -> bool:
        """Whether the match may have ended so, the goal having been number `own` of its side.

        `final` is the score as that side sees it: who got the winner of a 3-2 got its third.
        """
        lead = final[0] - final[1]
        is_told = not self.decisive or own == final[1] + 1
        return is_told and (lead > 0 or not self.won) and (lead < 0 or not self.lost)


@dataclass(frozen=True)
class Way:
    """A pattern over the words of a frame that tells an effect."""

    pattern: Written
    effect: Effect


def effects_of(frame: Frame) -> tuple[Effect, ...]:
    """What the words of a frame say that its goal did.

    Of a noun those before it may: "was cancelled out by Kaba's penalty".
    """
    words = f"{frame.lemma} {frame.tail_text}"
    told = [way.effect for way in ways().passed(words) if way.pattern.search(words)]
    if frame.noun:
        words = shown(frame, before(frame))
        told += [way.effect for way in ways("before").passed(words) if way.pattern.search(words)]
    return tuple(dict.fromkeys(told))


def effect_named(name: str) -> tuple[Effect, ...]:
    """The effect of a name, where a phrasing says by itself what a goal did; none for no name."""
    return tuple(dict.fromkeys(way.effect for way in ways().all if way.effect.name == name))


@cache
def ways(place: str = "says") -> Screen[Way]:
    """All ways to tell what a goal did: behind its verb or noun, or before its noun."""
    data = content("effects")
    return screen(
        Way(Written(spelled_out(says, data["macros"])), to_effect(entry))
        for entry in data["effect"]
        for says in entry.get(place, ())
    )


def to_effect(entry: dict[str, Any]) -> Effect:
    """An effect from its entry."""
    ranges = {name: between(entry[name]) for name in ("lead", "own", "other") if name in entry}
    return Effect(
        entry["name"],
        **ranges,
        won=entry.get("won", False),
        lost=entry.get("lost", False),
        decisive=entry.get("decisive", False),
        further=entry.get("further", False),
    )


def between(told: Sequence[int]) -> tuple[int, int]:
    """The least and the most."""
    least, most = told
    return least, most
