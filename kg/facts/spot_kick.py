"""The kick told right behind a penalty awarded: "Nduri stepped up and sent Hansen the wrong way".

What tells of a kick behind an award, and of none elsewhere, stands in `spot_kick.toml`. The kick
has what is told of its award (`kg.facts.award`): its minute, who won it and who gave it away.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.facts.award import Award
from kg.facts.base import Found, MatchEvent, clock, player_of
from kg.facts.events import is_asserted
from kg.facts.goal.told import GoalTold
from kg.facts.penalty import PenaltyKick
from kg.facts.relations import TOGETHER, Bond, Leaning, Relation
from kg.frames import Frame
from kg.language import Sentence
from kg.lexicon import guarded, pattern
from kg.mentions import Entity, Sides
from kg.phrasings import Match, catching, caught_in, find
from kg.phrasings.moments import Moment

LATER = 5  # minutes behind an award at which what is told is no kick of it any more
AGAIN = guarded("penalties", "again")
BEHIND = 16  # words behind a kick in which whom it beat is told


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
    told = [m for m in kicks if not m.phrasing.gives.get("taken") or is_of_taker(m, award.taker)]
    # "Kaba had the chance to level, but Hansen saved": he did not level
    done = [m for m in told if is_asserted(m)]
    return sorted(done or told, key=lambda match: match.frame.trigger.index)[:1]


def is_of_taker(telling: Match, taker: Entity | None) -> bool:
    """Whether what became of a kick is told of who took it before, and not by him."""
    return taker is not None and player_of(telling.parts.get("keeper")) != taker


def minutes_between(one: Moment, other: Moment) -> int:
    """How much later another moment is."""
    return (other.minute or 0) - (one.minute or 0)


def with_kicks(
    read: Found, kicks: Sequence[Match], fouls: Sequence[Match]
) -> list[tuple[str, Match]]:
    """What is read in a sentence, kicks in the place of what else their words would tell."""
    penalties = {t.frame.trigger.index for kind, t in read if is_kick(kind, t)}
    new = [kick for kick in kicks if kick.frame.trigger.index not in penalties]
    words = {kick.frame.trigger.index for kick in (*new, *fouls)} - penalties
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
    found = ((s, AGAIN.search(s.text.lower())) for s in sentences)
    return tuple((s.number, s.start + match.start()) for s, match in found if match)


def is_void(kind: str, telling: Match, again: Sequence[tuple[int, int]]) -> bool:
    """Whether a telling is of a kick that is soon told to be taken once more."""
    place, start = telling.frame.sentence.number, telling.frame.trigger.start
    if pattern("penalties", "retake").search(telling.frame.tail_text):
        return False
    return is_kick(kind, telling) and any(
        0 <= other - place <= 1 and start < offset for other, offset in again
    )


def beaten_by(telling: Match, taker: Entity) -> Entity | None:
    """Whom a kick beat, if the words around it tell: "sending Lindqvist the wrong way"."""
    frame = telling.frame
    words = frame.sentence.tokens[frame.trigger.index : frame.trigger.index + BEHIND]
    caught = caught_in(catching("penalties", "beaten"), frame, words)
    keeper = player_of(telling.parts.get("keeper") or caught.get("keeper"))
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
    found = replace(event, team=award.team, won_by=award.won_by, given_by=given_by)
    found = replace(found, taker=event.taker or award.taker)
    untimed = event.minute is None and event.about is None
    return replace(found, **clock(award.moment)) if untimed else found


def relations_of_kick(kick: GoalTold | MatchEvent, sides: Sides) -> Iterator[Relation]:
    """On which sides people are who have to do with one penalty."""
    if isinstance(kick, GoalTold):
        taker, keeper, team = kick.scorer, kick.keeper, kick.gains
    elif isinstance(kick, PenaltyKick):
        taker, keeper, team = kick.taker, None, kick.team
    else:
        return
    if taker is None:
        return
    if isinstance(kick, PenaltyKick) and team:  # a goal draws its scorer to his team anyway
        yield Leaning(taker, team, TOGETHER)
    if kick.given_by and team and (other := sides.other(team)):
        yield Leaning(kick.given_by, other, TOGETHER)
    if kick.won_by and kick.won_by != taker:
        yield Bond(taker, kick.won_by, True, TOGETHER)
    yield from (Bond(taker, other, False, TOGETHER) for other in (kick.given_by, keeper) if other)
