"""From the spot: a penalty awarded, and the kick that is told right behind it.

"In the 63rd minute Kaba was brought down by Sorensen. Nduri stepped up and sent the goalkeeper the
wrong way" tells of a penalty of Nduri's in the 63rd minute, won by Kaba and given away by Sorensen.
What an award is told in stands in `award.toml`; what tells of a kick behind one, and of none
elsewhere, in `spot_kick.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.facts.base import MatchEvent, clock, entity_of, player_of
from kg.facts.goal import GoalTold
from kg.facts.penalty import PenaltyKick
from kg.facts.relations import TOGETHER, Bond, Relation
from kg.facts.timing import Timed, attach
from kg.frames import Frame, Standing
from kg.language import Sentence
from kg.lexicon import content
from kg.mentions import Entity, Kind
from kg.moments import Moment
from kg.phrasings import Match, caught_in, find, with_catches

KINDS = ("award", "spot_kick")  # the stems of their phrasings
NEAR = 2  # sentences behind an award in which its kick is told
LATER = 5  # minutes behind an award at which what is told is no kick of it any more
BEHIND = 16  # words behind a kick in which whom it beat is told

TimedMatch = tuple[Match, Moment | None]  # what tells of a kick, with its minute


@dataclass(frozen=True)
class Award:
    """A penalty given, or a foul that may have been one (not `sure`), as far as it is told.

    `place` is the number of the sentence and `at` that of the word behind which its kick is told.
    """

    place: int
    at: int
    sure: bool
    told: tuple[Match, ...] = ()
    moment: Moment | None = None

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
    )


def timed_by(award: Award | None, moments: Sequence[Moment], taken: Timed) -> Award | None:
    """The award with a minute of its sentence that nothing else told there has.

    Behind a review the kick is taken some minutes later, at a time untold.
    """
    if award is None or not award.told or says(award.told[0].frame.sentence, "reviewed"):
        return award
    here = [one for one in award.told if one.frame.sentence.number == award.place]
    timed = attach(here, [moment for moment in moments if moment not in taken.values()])
    moment = next((timed[id(one.frame)] for one in here if id(one.frame) in timed), None)
    return replace(award, moment=moment or award.moment)


def kicks_of(
    award: Award | None, sentence: Sentence, frames: Sequence[Frame], moments: Sequence[Moment]
) -> list[Match]:
    """What tells of the kick of an award in a sentence, the first telling alone."""
    if award is None:
        return []
    if award.moment and any(minutes_between(award.moment, other) > LATER for other in moments):
        return []
    first = award.at if sentence.number == award.place else -1
    fouls = {one.frame.trigger.index for one in award.told if one.frame.sentence is sentence}
    later = [f for f in frames if f.trigger.index > first and f.trigger.index not in fouls]
    kicks = (m for m in find("spot_kick", later) if award.sure or m.phrasing.gives.get("foul"))
    return sorted(kicks, key=lambda match: match.frame.trigger.index)[:1]


def minutes_between(one: Moment, other: Moment) -> int:
    """How much later another moment is."""
    return (other.minute or 0) - (one.minute or 0)


def with_kicks(
    read: Sequence[tuple[str, Match]], kicks: Sequence[Match], fouls: Sequence[Match]
) -> list[tuple[str, Match]]:
    """What is read in a sentence, kicks in the place of what else their words would tell."""
    penalties = {t.frame.trigger.index for kind, t in read if is_kick(kind, t)}
    new = [kick for kick in kicks if kick.frame.trigger.index not in penalties]
    words = {kick.frame.trigger.index for kick in (*new, *fouls)}
    others = [(kind, t) for kind, t in read if kind != "goal" or t.frame.trigger.index not in words]
    return [*others, *(("goal" if is_scored(kick) else "penalty", kick) for kick in new)]


def is_kick(kind: str, telling: Match) -> bool:
    """Whether a telling is of a penalty kick."""
    return kind == "penalty" or (kind == "goal" and is_scored(telling))


def is_scored(telling: Match) -> bool:
    """Whether a telling is of a goal from the spot."""
    return telling.phrasing.gives.get("kind") == "penalty"


def taken_again(sentences: Sequence[Sentence]) -> tuple[tuple[int, int], ...]:
    """Where kicks are taken once more: the numbers of the sentences and offsets in the report."""
    found = ((s, pattern("again").search(s.text.lower())) for s in sentences)
    return tuple((s.number, s.start + match.start()) for s, match in found if match)


def is_void(kind: str, telling: Match, again: Sequence[tuple[int, int]]) -> bool:
    """Whether a telling is of a kick that is soon told to be taken once more."""
    place, start = telling.frame.sentence.number, telling.frame.trigger.start
    return is_kick(kind, telling) and any(
        0 <= other - place <= 1 and start < offset for other, offset in again
    )


def left_of(
    award: Award | None,
    told: Sequence[tuple[str, Match]],
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
    """Whether a sentence holds a pattern of `spot.toml`."""
    return pattern(what).search(sentence.text.lower()) is not None


@cache
def pattern(what: str) -> re.Pattern[str]:
    """The patterns of one list of `spot.toml` as one."""
    ways = (way.replace("OWN", "['’]s?") for way in content("spot")[what])
    return re.compile(with_catches("|".join(f"(?:{way})" for way in ways)))


def beaten_by(telling: Match, taker: Entity) -> Entity | None:
    """Whom a kick beat, if the words around it tell: "sending Lindqvist the wrong way"."""
    frame = telling.frame
    words = frame.sentence.tokens[frame.trigger.index : frame.trigger.index + BEHIND]
    told = telling.parts.get("keeper") or caught_in(pattern("beaten"), frame, words).get("keeper")
    keeper = player_of(told)
    return keeper if keeper != taker else None


def goal_of(award: Award | None, telling: Match, said: GoalTold) -> GoalTold:
    """A goal from the spot with what is told of its award, and whom it beat."""
    if said.kind != "penalty" or said.scorer is None:
        return said
    found = replace(said, keeper=beaten_by(telling, said.scorer))
    if award is None:
        return found
    return replace(
        found,
        gains=said.gains or award.team,
        moment=said.moment or award.moment,
        won_by=award.won_by,
        given_by=award.given_by if award.given_by != said.scorer else None,
    )


def kick_of(award: Award | None, event: MatchEvent) -> MatchEvent:
    """A penalty kick without a goal with what is told of its award; others as they are."""
    if award is None or not isinstance(event, PenaltyKick):
        return event
    given_by = award.given_by if award.given_by != event.taker else None
    found = replace(event, won_by=award.won_by, given_by=given_by)
    untimed = event.minute is None and event.about is None
    return replace(found, **clock(award.moment)) if untimed else found


def relations_of_kick(kick: GoalTold | MatchEvent) -> Iterator[Relation]:
    """On which sides people are who have to do with one penalty."""
    if isinstance(kick, GoalTold):
        taker, keeper = kick.scorer, kick.keeper
    elif isinstance(kick, PenaltyKick):
        taker, keeper = kick.taker, None
    else:
        return
    if taker is None:
        return
    if kick.won_by and kick.won_by != taker:
        yield Bond(taker, kick.won_by, True, TOGETHER)
    yield from (Bond(taker, other, False, TOGETHER) for other in (kick.given_by, keeper) if other)
