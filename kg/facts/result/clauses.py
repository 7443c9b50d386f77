"""The results that a sentence tells: by the verbs and nouns of its clauses, or as "X 2-1 Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.blocks import Kind as BlockKind
from kg.facts.analysis import Analysis
from kg.facts.base import CAPTION, evidence_of
from kg.facts.result.days import is_news, is_of_other_day, words_around
from kg.facts.result.ellipses import in_the_same_breath
from kg.facts.result.legs import ground_of_reverse, is_of_other_leg
from kg.facts.result.opponents import (
    further_opponents,
    is_by_winner,
    is_inflicted,
    is_of_opponent,
    is_suffered,
    opponent_of,
)
from kg.facts.result.phrases import tell_phrases
from kg.facts.result.scores import score_lines, score_near
from kg.facts.result.sides import ground_of, holder_of, venue_of
from kg.facts.result.told import (
    DREW,
    LOST,
    WON,
    ResultTold,
    oriented,
)
from kg.facts.result.triggers import (
    is_beaten,
    is_of_several,
    is_over_two_legs,
    is_presupposed,
    is_shoot_out,
    tells_result,
)
from kg.frames import Frame, Standing
from kg.language import Sentence, lower
from kg.lexicon import table
from kg.mentions import Entity, Kind, Mention, Scene

UNTOLD = frozenset(
    {Standing.NEGATED, Standing.HYPOTHETICAL, Standing.FUTURE, Standing.QUOTED}
)  # standings of what is no result
TWO_PAIRS = 3  # teams, or more: one of them may be taken for another thing
BARE, WITH_SCORE, WITH_BOTH = 1.5, 2.0, 1.0  # what other tellings weigh, and what adds to it


def tell_results(scene: Scene, here: Analysis) -> Iterator[ResultTold]:
    """The results a sentence tells."""
    sentence, mentions = here.sentence, here.mentions
    report = scene.document.report.id
    found = [*score_lines(sentence, mentions, report), *tell_phrases(scene, here.marked)]
    claimed: set[int] = set()
    for frame in here.results if not in_pairs(sentence, mentions) else ():
        outcome = outcome_of(frame)
        if outcome is None or (frame.standing in UNTOLD and not is_presupposed(frame)):
            continue
        told = result_of(frame, outcome, scene, mentions, report)
        if told and (told.score or told.opponent) and frame.trigger.index not in claimed:
            claimed.add(frame.trigger.index)
            found += [told, *against_others(told, frame, mentions), *once_more(told, here)]
            found += in_the_same_breath(told, sentence, mentions)
    is_history = any(
        phrase in sentence.text.lower() for phrase in table("results", "words")["history"]
    )
    is_caption = sentence.block.kind is BlockKind.CAPTION
    for told in found:
        yield replace(
            told,
            other_day=told.other_day or is_history,
            history=is_history,
            weight=told.weight * (CAPTION if is_caption else 1),
        )


def once_more(told: ResultTold, here: Analysis) -> Iterator[ResultTold]:
    """The result that is said to be that of another day again: "matched last week's 4-0 win"."""
    noun = here.sentence.tokens[told.trigger] if told.trigger is not None else None
    again = table("results", "words")["does_again"]
    for frame in here.frames if told.other_day and told.score and noun else ():
        repeats = frame.lemma in again and frame.standing is Standing.ASSERTED
        if repeats and noun and noun.relation == "obj" and noun.head == frame.trigger.index:
            yield replace(told, other_day=False, reverse=False, ground=None, venue=None)


def in_pairs(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence tells of two matches at once, which only a set phrase can keep apart.

    "Hallvik and Norheim beat Brevik and Dalby respectively".
    """
    teams = sum(m.kind is Kind.TEAM for m in mentions)
    return teams >= TWO_PAIRS and any(t.lower == "respectively" for t in sentence.tokens)


def outcome_of(frame: Frame) -> str | None:
    """What a frame's trigger means for its holder."""
    outcomes = table("results", "outcomes" if frame.noun else "verbs")
    outcome = next((o for o in (WON, LOST, DREW) if frame.lemma in outcomes[o]), None)
    if is_inflicted(frame):
        return LOST if is_by_winner(frame) else WON
    if is_of_opponent(frame):
        return WON
    if (frame.passive or is_beaten(frame) or is_suffered(frame)) and outcome == WON:
        return LOST
    return DREW if frame.passive and frame.lemma == "hold" else outcome


def result_of(
    frame: Frame, outcome: str, scene: Scene, mentions: Sequence[Mention], report: str
) -> ResultTold | None:
    """The result that a frame tells, as far as its clause says."""
    opponent_mention, preposition = opponent_of(frame, mentions, drawn=outcome == DREW)
    opponent = opposing(opponent_mention, scene)
    holder = holder_of(frame, scene, mentions, opponent)
    if outcome == DREW and opponent is None:
        opponent = joined_with(holder, [m for m in mentions if m.last < frame.trigger.index])
    after_shoot_out = is_shoot_out(frame)
    outcome = DREW if after_shoot_out else outcome
    score = score_near(frame, outcome)
    venue = venue_of(frame, mentions)
    if holder == opponent or not tells_result(frame, outcome, score, opponent):
        return None
    if not score and is_over_two_legs(frame):
        return None
    if is_of_several(frame) and {holder, opponent} == set(scene.sides.pair):
        return None
    reverse = is_of_other_leg(words_around(frame), scene)
    other_day = reverse or is_of_other_day(frame, scene)
    ground = ground_of(frame, preposition, opponent, venue, other_day=other_day)
    if reverse:
        holder, opponent = both(holder, opponent, scene)
        ground = ground_of_reverse(holder, scene) or ground
    return ResultTold(
        holder=holder,
        opponent=opponent,
        outcome=outcome,
        score=oriented(score, outcome),
        ground=ground,
        venue=venue,
        weight=BARE + bool(score) * WITH_SCORE + bool(holder and opponent) * WITH_BOTH,
        sentence=frame.sentence,
        evidence=evidence_of(report, frame.sentence),
        other_day=other_day
        or (frame.standing is Standing.ELSEWHERE and not (score and is_news(frame, scene))),
        trigger=frame.trigger.index,
        reverse=reverse,
    )


def joined_with(holder: Entity | None, mentions: Sequence[Mention]) -> Entity | None:
    """Who drew with a team, both told at once: "Hallvik and Brevik shared a 0-0 draw"."""
    teams = [m for m in mentions if m.kind is Kind.TEAM and m.named and m.entity]
    for one, other in pairwise(teams):
        between = one.sentence.tokens[one.last + 1 : other.first]
        if lower(between) == "and" and holder in (one.entity, other.entity):
            return other.entity if one.entity == holder else one.entity
    return None


def both(
    holder: Entity | None, opponent: Entity | None, scene: Scene
) -> tuple[Entity | None, Entity | None]:
    """Two teams of which one may be untold, and is the other side of the report's match."""
    return holder or scene.sides.other(opponent), opponent or scene.sides.other(holder)


def opposing(mention: Mention | None, scene: Scene) -> Entity | None:
    """The team that was played against: one that is named, or its manager's."""
    if mention is None or mention.entity is None or mention.kind is Kind.TEAM:
        return mention.entity if mention else None
    return scene.sides.manager_of.get(mention.entity)


def against_others(
    told: ResultTold, frame: Frame, mentions: Sequence[Mention]
) -> Iterator[ResultTold]:
    """The results that a telling has against more than one: "defeats by Hallvik and Brevik"."""
    first, _ = opponent_of(frame, mentions, drawn=told.outcome == DREW)
    for other in further_opponents(frame, first, mentions) if first else ():
        if other.entity not in (told.holder, told.opponent):
            yield replace(told, opponent=other.entity, score=None)
