"""Penalty awarded, or a foul for which one may be: what is told of it up to its kick.

"In the 63rd minute Kaba was brought down by Sorensen. Nduri stepped up" has an award in the 63rd
minute, won by Kaba and given away by Sorensen; "the referee waved play on" undoes it. What awards
are told in stands in `award.toml`; the kick that is told behind one is read in
`kg.facts.spot_kick`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.facts.base import Found, entity_of, player_of
from kg.facts.timing import Timed, attach, is_taken, minute_of
from kg.frames import Frame, Standing
from kg.language import Sentence
from kg.lexicon import pattern
from kg.mentions import Entity, Kind
from kg.phrasings import Match, find
from kg.phrasings.moments import Moment

TimedMatch = tuple[Match, Moment | None]  # what tells of a kick, with its minute
NEAR = 2  # sentences behind an award in which its kick is told


@dataclass(frozen=True)
class Award:
    """A penalty given, or a foul that may have been one (not `sure`), as far as it is told.

    `place` is the number of the sentence and `at` that of the word behind which its kick is told.
    `taker` is who is told to take it, while its outcome is not told yet.
    """

    place: int
    at: int
    sure: bool
    told: tuple[Match, ...] = ()
    moment: Moment | None = None
    taker: Entity | None = None

    @property
    def won_by(self) -> Entity | None:
        """Who was fouled for it, or won it otherwise."""
        return next((p for m in self.told if (p := player_of(m.parts.get("won")))), None)

    @property
    def given_by(self) -> Entity | None:
        """Who gave it away."""
        return next((p for m in self.told if (p := player_of(m.parts.get("gave")))), None)

    @property
    def team(self) -> Entity | None:
        """The team that was given it."""
        parts = (m.parts.get("team") for m in self.told)
        return next((t for part in parts if (t := entity_of(part, Kind.TEAM))), None)


def awards_in(frames: Sequence[Frame]) -> list[Match]:
    """What tells of fouls and awards in a sentence."""
    return [one for one in find("award", frames) if one.frame.standing is Standing.ASSERTED]


def award_after(before: Award | None, sentence: Sentence, found: Sequence[Match]) -> Award | None:
    """The award that stands in a sentence: one it tells, joined with one that stood before it."""
    stands = before if before and sentence.number - before.place <= NEAR else None
    if says(sentence, "undone"):
        return None
    sure = [one for one in found if one.phrasing.gives.get("sure")]
    if not found or (not sure and says(sentence, "elsewhere")):
        return stands
    return Award(
        place=sentence.number,
        at=min(one.frame.trigger.index for one in sure or found),
        sure=bool(sure or (stands and stands.sure)),
        told=(*found, *(stands.told if stands else ())),
        moment=stands.moment if stands else None,
        taker=stands.taker if stands else None,
    )


def taken_by(award: Award | None, frames: Sequence[Frame]) -> Award | None:
    """The award with who is told to take its kick: "Up stepped Nduri."."""
    if award is None or not award.sure:
        return award
    takers = (m for m in find("kicker", frames) if m.frame.standing is Standing.ASSERTED)
    taker = next((p for m in takers if (p := player_of(m.parts.get("taker")))), None)
    return replace(award, taker=taker or award.taker)


def timed_by(award: Award | None, moments: Sequence[Moment], taken: Timed) -> Award | None:
    """The award with a minute of its sentence that nothing else told there has.

    Behind a review the kick is taken some minutes later, at a time untold.
    """
    if award is None or not award.told or says(award.told[0].frame.sentence, "reviewed"):
        return award
    here = [one for one in award.told if one.frame.sentence.number == award.place]
    timed = attach(here, [moment for moment in moments if not is_taken(moment, taken)])
    moment = next((moment for one in here if (moment := minute_of(one, timed))), None)
    return replace(award, moment=moment or award.moment)


def left_of(
    award: Award | None,
    told: Found,
    void: Sequence[TimedMatch],
) -> Award | None:
    """The award that still stands behind a sentence: one whose kick, and no goal, was told yet."""
    if void:
        kick, moment = void[-1]
        return Award(
            place=kick.frame.sentence.number,
            at=kick.frame.trigger.index,
            sure=True,
            told=award.told if award else (),
            moment=moment or (award.moment if award else None),
        )
    ended = any(
        kind in ("goal", "penalty") and telling.frame.standing is Standing.ASSERTED
        for kind, telling in told
    )
    return None if ended else award


def says(sentence: Sentence, what: str) -> bool:
    """Whether a sentence holds a pattern of `penalties.toml`."""
    return pattern("penalties", what).search(sentence.text.lower()) is not None
