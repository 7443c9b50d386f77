"""Whose ball it was, told in the sentence beside the goal's: "Kaba crossed. Nduri headed in".

What stands in the goal's own sentence is read in `kg.facts.goal.assist`. The sentence before may
tell that somebody gave the ball as the last that was done in it, the one behind who was credited.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.facts.base import entity_of
from kg.facts.goal.carried import goes_on
from kg.facts.goal.delivery import is_delivery
from kg.facts.goal.giving import GIVES, MAY_GIVE
from kg.facts.goal.told import GoalTold
from kg.frames import Frame, Standing, find_frames
from kg.language import Sentence, lower
from kg.lexicon import pattern, table
from kg.mentions import Entity, Kind, Scene
from kg.mentions.linking.receiving import last_pass

AT_ONCE = 3  # words before a goal that follows at once: "Kaba crossed. Then Soldal scored"


def with_givers(goals: Sequence[GoalTold], scene: Scene) -> list[GoalTold]:
    """The tellings of goals, each with the assist that the sentence before or behind tells."""
    told_in = {t.place for t in goals if t.named}
    return [
        replace(t, assist=giver) if (giver := giver_beside(t, scene, told_in)) else t for t in goals
    ]


def giver_beside(told: GoalTold, scene: Scene, told_in: set[int]) -> Entity | None:
    """Who gave the ball of a goal whose own sentence does not say from whom."""
    sentences = scene.document.sentences
    is_open = told.scorer and not told.assist and told.kind == "regular"
    if not is_open or told.place >= len(sentences):
        return None
    here = sentences[told.place]
    behind = sentences[told.place + 1] if told.place + 1 < len(sentences) else None
    if behind and goes_on(here, behind) and (one := credited(behind, told, scene)):
        return one
    before = sentences[told.place - 1] if told.place else None
    if before is None or not goes_on(before, here) or before.number in told_in:
        return None
    led_up = [t for t in here.tokens if t.start < told.at]
    is_near = told.scorer in {m.entity for m in scene.of(before.number)}
    is_next = len(led_up) <= AT_ONCE and not told.moment
    if not (told.how or is_near or is_next):
        return None
    others = {
        m.entity for m in scene.of(here.number) if m.kind is Kind.PERSON and m.last < len(led_up)
    }
    if others - {told.scorer, None} or pattern("assist", "rebound").search(lower(led_up)):
        return None
    return deliverer(before, told, scene)


def deliverer(sentence: Sentence, told: GoalTold, scene: Scene) -> Entity | None:
    """Who gave the ball at the end of a sentence: nobody else did anything behind it."""
    played = last_pass(scene.of(sentence.number), len(sentence.tokens))
    if played and played.receiver.entity == told.scorer:
        return played.giver.entity
    frames = find_frames(sentence, scene.of(sentence.number), frozenset())
    acting = [f for f in frames if entity_of(f.doer, Kind.PERSON) not in (None, told.scorer)]
    last = acting[-1] if acting else None
    if last is None or last.standing is not Standing.ASSERTED:
        return None
    return entity_of(last.doer, Kind.PERSON) if delivers(last, told) else None


def delivers(frame: Frame, told: GoalTold) -> bool:
    """Whether somebody gives the ball, and it is not lost: "crossed low", "was fed by Kaba"."""
    provide = table("verbs", "classes")["provide"]
    if frame.lemma not in provide | MAY_GIVE:
        return False
    if frame.passive:
        return entity_of(frame.undergoer, Kind.PERSON) == told.scorer
    rest = lower(frame.sentence.tokens[frame.trigger.index + 1 :])
    if pattern("assist", "cleared").search(rest) or pattern("assist", "missed").search(rest):
        return False
    words = rest.split()
    names_ball = any(is_delivery(word, words[i - 1]) for i, word in enumerate(words))
    is_ball = frame.lemma in provide and rest.startswith(("it ", "the ball "))
    return frame.lemma in GIVES or names_ball or is_ball


def credited(sentence: Sentence, told: GoalTold, scene: Scene) -> Entity | None:
    """Who is said to have given the ball: "Kaba was credited with the assist"."""
    for mention in scene.of(sentence.number):
        giver = entity_of(mention, Kind.PERSON)
        behind = lower(sentence.tokens[mention.last + 1 : mention.last + 9])
        if giver not in (None, told.scorer) and pattern("assist", "credited").match(behind):
            return giver
    return None
