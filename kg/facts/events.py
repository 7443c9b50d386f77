"""What single sentences tell of goals and other events, and what they tell of and do not mean.

Each phrasing that fits a sentence is a telling; it tells of an event of the match if the sentence
asserts it, in no aside, of somebody who plays.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.blocks import Kind as BlockKind
from kg.facts import card, disallowed_goal, penalty, substitution, woodwork
from kg.facts.asides import Aside, beside
from kg.facts.base import CAPTION, NOBODY, Evidence, Found, MatchEvent, Rejected
from kg.facts.goal import phrases as goal_phrases
from kg.facts.goal.elaborated import elaborated
from kg.facts.goal.told import GoalTold, each_of, own_goals_first, to_event, weaken
from kg.facts.timing import Timed, minute_of, minutes_of
from kg.frames import Standing
from kg.mentions import Entity, Mention, Scene
from kg.phrasings import Match
from kg.phrasings.moments import Moment

# The events that are told by phrasings: the stem of the module and of its phrasings.
Teller = Callable[[Match, Moment | None, Evidence], MatchEvent | None]
EVENTS: Mapping[str, Teller] = {
    "card": card.tell,
    "disallowed_goal": disallowed_goal.tell,
    "penalty": penalty.tell,
    "substitution": substitution.tell,
    "woodwork": woodwork.tell,
}
KINDS = ("goal", *EVENTS)
DENIALS = frozenset({Standing.ASSERTED, Standing.NEGATED, Standing.HYPOTHETICAL})
KEEPER = 0.4  # what a goal of a goalkeeper weighs


def tell_goals(
    found: Found,
    timed: Timed,
    mentions: Sequence[Mention],
    evidence: Evidence,
    keepers: frozenset[Entity],
) -> list[tuple[Match, GoalTold]]:
    """The goals that a sentence tells of, also those that were none."""
    told = []
    triggers = {
        t.frame.trigger.index: t.parts["scorer"].entity
        for kind, t in found
        if kind == "goal" and "scorer" in t.parts
    }
    for telling in (telling for kind, telling in found if kind == "goal"):
        sentence = telling.frame.sentence
        moment = minute_of(telling, timed)
        said = goal_phrases.tell(telling, mentions, moment, evidence, triggers)
        if said and sentence.block.kind is BlockKind.CAPTION:
            said = weaken(said, CAPTION)
        if said and said.scorer in keepers and said.kind != "own_goal":
            said = weaken(said, KEEPER)
        own = minutes_of(telling, timed) if telling.of == 1 else ()
        told += [(telling, one) for one in each_of(said, own)]
    told = own_goals_first(told)
    whose = elaborated([said for telling, said in told if is_asserted(telling)])
    return [(telling, whose.get(said, said)) for telling, said in told]


def tell_events(
    found: Found, timed: Timed, scene: Scene, evidence: Evidence
) -> Iterator[tuple[Match, MatchEvent]]:
    """The other events that a sentence tells of."""
    for kind, telling in found:
        if kind != "goal" and is_asserted(telling):
            moment = minute_of(telling, timed)
            event = EVENTS[kind](players_of(telling, scene), moment, evidence)
            if event is not None:
                yield telling, event


def aside_of(telling: Match, asides: Sequence[Aside]) -> str | None:
    """Why what a telling tells is none of the match, if it stands in an aside."""
    return beside(asides, telling.frame.trigger.start)


def reject(
    found: Found, asides: Sequence[Aside], scene: Scene, evidence: Evidence
) -> Iterator[Rejected]:
    """What a sentence tells of that is none of the match, did not happen, or is of nobody known."""
    for kind, telling in found:
        if reason := aside_of(telling, asides) or unmeant(telling):
            yield Rejected(kind, reason, evidence, imagined(kind, telling, scene, evidence))
        elif is_of_nobody(kind, telling, scene, evidence):
            yield Rejected(kind, NOBODY, evidence)


def is_of_nobody(kind: str, telling: Match, scene: Scene, evidence: Evidence) -> bool:
    """Whether nobody is known to take part in what a telling tells."""
    if kind == "goal":
        return not goal_phrases.is_told(telling, None)
    return imagined(kind, telling, scene, evidence) is None


def unmeant(telling: Match) -> Standing | None:
    """As what a telling is told, if not as what happened."""
    is_meant = is_asserted(telling) or telling.frame.standing is Standing.ASSERTED
    return None if is_meant else telling.frame.standing


def imagined(kind: str, telling: Match, scene: Scene, evidence: Evidence) -> MatchEvent | None:
    """What a telling would tell if it were to be believed, its minute left aside."""
    if kind != "goal":
        return EVENTS[kind](players_of(telling, scene), None, evidence)
    said = goal_phrases.tell(telling, scene.of(telling.frame.sentence.number), None, evidence)
    return to_event(said) if said else None


def is_asserted(telling: Match) -> bool:
    """Whether a telling tells what happened; "did not count" is told by its negation.

    What could not be prevented happened: "Hansen could do nothing to stop Kaba heading in".
    """
    if telling.phrasing.gives.get("denied"):
        return telling.frame.standing in DENIALS
    wanted = Standing.NEGATED if telling.phrasing.gives.get("negated") else Standing.ASSERTED
    return telling.frame.standing is wanted


def players_of(telling: Match, scene: Scene) -> Match:
    """The telling without managers and officials: who "replaced Kaba with Gomes" is none."""
    parts = {part: m for part, m in telling.parts.items() if m.entity not in scene.off_field}
    return replace(telling, parts=parts)
