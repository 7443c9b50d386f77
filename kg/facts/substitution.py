"""Substitution: a player comes on and another goes off.

"Morosi replaced Ivkov on the hour" names both; "substitute Morosi headed wide" tells that Morosi
came on, "Selva limped off" that Selva went off. "Kaba replaced Gomes in the starting line-up" is
none: that was before the match.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kg.facts.base import Evidence, MatchEvent, clock, named_before, player_of
from kg.language import lower
from kg.mentions import Entity
from kg.phrasings import Match
from kg.phrasings.moments import Moment


@dataclass(frozen=True, kw_only=True)
class Substitution(MatchEvent):
    """`on` comes on for `off`; one of them may be untold."""

    type: ClassVar[str] = "Substitution"
    word: ClassVar[str] = "substitution"
    actors: ClassVar[tuple[str, ...]] = ("on", "off")
    properties: ClassVar[Mapping[str, str]] = {
        **MatchEvent.properties,
        "on": "playerOn",
        "off": "playerOff",
    }

    on: Entity | None = None
    off: Entity | None = None

    @property
    def label(self) -> str:
        """Who came on for whom."""
        if self.on and self.off:
            return f"{self.on.name} on for {self.off.name}{self.clock}"
        return super().label.replace(self.clock, "") + f" {'on' if self.on else 'off'}{self.clock}"

    def excludes(self, other: MatchEvent) -> bool:
        """Nobody comes on or goes off twice."""
        if not isinstance(other, Substitution):
            return False
        return (self.on is not None and self.on == other.on) or (
            self.off is not None and self.off == other.off
        )


def tell(found: Match, moment: Moment | None, evidence: Evidence) -> Substitution | None:
    """The substitution that a phrasing tells of, if it names a player."""
    on, off = (player_of(found.parts.get(part)) for part in ("on", "off"))
    if on == off and on:  # "Kaba went off injured, with Lokat taking his place": not Lokat's
        first = min(found.parts[part].first for part in ("on", "off"))
        off = named_before(found.frame.mentions.values(), first, on)
    if on is None and off is None:
        return None
    confidence = 0.9 if on and off else 0.8
    return Substitution(
        on=on, off=off, evidence=(evidence,), confidence=confidence, **clock(moment)
    )


def paired(told: Iterable[tuple[Match, MatchEvent]]) -> Iterator[tuple[Match, MatchEvent]]:
    """The tellings of a sentence; "Kaba went off and Lokat came on" is one substitution.

    Those of two sides are none: "Lokat came on for his debut, while Kaba was forced off".
    """
    found = list(told)
    gone = [i for i, (telling, event) in enumerate(found) if is_half(telling, event, "off")]
    come = [i for i, (telling, event) in enumerate(found) if is_half(telling, event, "on")]
    apart = any(are_parted(found[i][0], found[j][0]) for i, j in zip(gone, come, strict=False))
    if len(gone) == len(come) and not apart:
        for i, j in zip(gone, come, strict=True):
            last = max(i, j)
            found[last] = found[last][0], whole(found[i][1], found[j][1])
        left = {min(pair) for pair in zip(gone, come, strict=True)}
        found = [one for i, one in enumerate(found) if i not in left]
    yield from found


def are_parted(one: Match, other: Match) -> bool:
    """Whether ", while" stands between two tellings of a sentence."""
    first, last = sorted((one.frame.trigger.index, other.frame.trigger.index))
    return ", while " in lower(one.frame.sentence.tokens[first:last])


def is_half(telling: Match, event: MatchEvent, part: str) -> bool:
    """Whether a telling is of a change of which only one player is told."""
    if not isinstance(event, Substitution) or telling.phrasing.untimed:
        return False
    return (event.on is None) == (part == "off") and (event.off is None) == (part == "on")


def whole(gone: MatchEvent, come: MatchEvent) -> MatchEvent:
    """One change of two halves; the minute of either is that of both."""
    names = ("on",) if gone.minute or gone.about else ("on", "minute", "added", "about")
    return replace(gone, **{name: getattr(come, name) for name in names})
