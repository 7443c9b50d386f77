"""Who keeps goal, as far as it shows: a hint for epithets, and two goalkeepers are of two teams.

"Hansen tipped Kaba's drive over" and "straight at Hansen" show one without calling him that.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

from kg.facts.relations import Bond
from kg.language import POSSESSIVE
from kg.lexicon import pattern, words
from kg.mentions import Entity, Kind, Mention, Scene

CALLED_ONE = 3  # what it says for a goalkeeper that he is called one
TELLING = 2  # and that a shot is saved by him
OPPOSED = 3.0  # how far the two goalkeepers of a report hold each other apart
BOUNDS, KEEPS, SHOOTS = (words("positions", name) for name in ("bounds", "keeps", "shoots"))
PARTS_OF_GOAL, SIEGE = words("positions", "parts_of_goal"), words("positions", "siege")
AUXILIARIES = frozenset({"was", "were", "been", "being", "is", "be"})
DENIED = frozenset({"denied"})  # of what goalkeepers do, what is done to who shoots
BEATEN = pattern("positions", "beaten")
SAVES = pattern("positions", "saves")
CALLED = pattern("positions", "called")
TO_SAVE = pattern("positions", "to_save")
KEPT_OUT_SHOT = pattern("positions", "kept_out_shot")
AT_MERCY = pattern("positions", "at_mercy")


def goalkeepers_apart(scene: Scene, keeping: Mapping[Entity, int]) -> tuple[Bond, ...]:
    """The bond that sets the two who seem most to keep goal against each other, if there are two.

    A third one, who came on for the first, is left to what else is told of him.

    Args:
        scene: the report, in which some are called goalkeepers.
        keeping: the hints that somebody is one.
    """
    hints = Counter(keeping)
    for m in scene.mentions:
        if m.entity and m.named and m.traits.role == "goalkeeper":
            hints[m.entity] += CALLED_ONE
    second = {m.entity for m in scene.mentions if is_second(m)}
    likely = [(player, n) for player, n in hints.items() if n > 0 and player not in second]
    likely.sort(key=lambda one: (-one[1], one[0].name, one[0].of))
    return tuple(Bond(one, other, False, OPPOSED) for (one, _), (other, _) in pairwise(likely[:2]))


def is_second(mention: Mention) -> bool:
    """Whether a goalkeeper stands in for another, of his own team: "stand-in keeper Hansen"."""
    phrase = mention.sentence.tokens[mention.first : mention.last + 1]
    keeps = mention.is_sure and mention.traits.role == "goalkeeper"
    return keeps and any(t.lower in words("positions", "second") for t in phrase)


def around(mention: Mention) -> tuple[str, str]:
    """The text of a sentence before and after a mention, in lower case."""
    start = mention.start - mention.sentence.start
    end = mention.end - mention.sentence.start
    return mention.sentence.text[:start].lower(), mention.sentence.text[end:].lower()


def hints_of_keeping(scene: Scene) -> Counter[Entity]:
    """How often each does what goalkeepers do, less what forwards do; no proof, but a hint."""
    hints: Counter[Entity] = Counter()
    for m in scene.mentions:
        if m.entity and m.kind is Kind.PERSON and m.named:
            after = [t.text.lower() for t in m.sentence.tokens[m.last + 1 : m.last + 10]]
            own = list(takewhile(lambda word: word not in BOUNDS, after))
            before, behind = around(m)
            if SAVES.search(before) or (CALLED.search(before) and TO_SAVE.search(behind)):
                hints[m.entity] += TELLING
            elif (
                keeps_out(own)
                or BEATEN.search(before)
                or KEPT_OUT_SHOT.search(behind)
                or AT_MERCY.search(behind)
                or owns_goal(before, own)
            ):
                hints[m.entity] += 1
            else:
                hints[m.entity] -= 2 * bool(SHOOTS & set(own[:4]))
    return hints


def keeps_out(behind: Sequence[str]) -> bool:
    """Whether somebody does what goalkeepers do: "Hansen denied Kaba", not "Kaba was denied"."""
    undergone = {
        word
        for place, word in enumerate(behind)
        if word in DENIED and AUXILIARIES.intersection(behind[max(0, place - 2) : place])
    }
    return bool(KEEPS.intersection(behind) - undergone)


def owns_goal(before: str, behind: Sequence[str]) -> bool:
    """Whether somebody keeps a goal: "beyond Bellini's left-hand post", "siege to his goal"."""
    if not behind or behind[0] not in POSSESSIVE:
        return False
    besieged = bool(SIEGE & set(before.split()[-3:])) and behind[1:2] == ["goal"]
    return besieged or bool(PARTS_OF_GOAL & set(behind[1:3]))
