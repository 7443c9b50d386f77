"""The ball that the scorer turned in, named by a noun: "Kaba's cross", "a long pass by Kaba".

"Kaba's header and Gomes's late strike" are two goals, and "a loose touch from Kaba" is meant for
nobody.
"""

from kg.language import POSSESSIVE, lower
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Mention

DELIVERIES, COMPOUNDS, LINKS = (
    words("assist", name) for name in ("deliveries", "compounds", "links")
)
ROLES = frozenset({"the", "substitute", "captain"}).union(*table("nouns", "people").values())
BREAKS = frozenset({",", "and", "but"})
OWN_GOALS = frozenset({"header", "touch", "chip", "free-kick"})  # deliveries that may be goals
KICKS = frozenset({"free", "corner", "goal"})  # "a Kaba free kick"
BACK = 10  # words before a person in which his ball is named
NEAR = 2  # words between a ball and who gave it, whatever they are


def owns_delivery(mention: Mention, *, is_before: bool) -> bool:
    """Whether the ball is somebody's: "Kaba's cross", after the goal "from Kaba's cross"."""
    tokens = mention.sentence.tokens
    first = mention.last + 1
    if lower(tokens[first : first + 1]) in POSSESSIVE:
        first += 1
    elif not (mention.token.lower == "whose" or is_compound(mention)):
        return False
    owned = [t.lower for t in tokens[first : first + 6]]
    noun = next((i for i, word in enumerate(owned) if is_delivery(word, owned[i - 1])), None)
    if noun is None or BREAKS & set(owned[:noun]):
        return False
    before = {t.text.lower() for t in tokens[max(0, mention.first - 4) : mention.first]}
    if is_before:  # "Kaba's header and Gomes's late strike" are two goals
        behind = tokens[first + noun + 1 :][:1]
        return owned[noun] not in OWN_GOALS or not any(t.lower in ("and", ",") for t in behind)
    return bool(LINKS & before)


def is_compound(mention: Mention) -> bool:
    """Whether a name stands before what is his like a word of it: "from a low Kaba cross"."""
    tokens = mention.sentence.tokens
    before = reversed(tokens[: mention.first])
    opening = next((t for t in before if not t.tag.startswith("JJ")), None)
    behind = [t.lower for t in tokens[mention.last + 1 : mention.last + 4]]
    nouns = (i for i, word in enumerate(behind) if is_delivery(word, behind[i - 1]))
    noun = next(nouns, None)
    if opening is None or noun is None or not mention.named:
        return False
    between = tokens[mention.last + 1 : mention.last + 1 + noun]
    return opening.tag == "DT" and all(t.tag[:2] in ("JJ", "NN", "VB") for t in between)


def is_delivered_by(mention: Mention) -> bool:
    """Whether the ball came from a person: "a cross by Kaba", "a long pass from Kaba"."""
    before = before_role(mention)[-BACK:]
    if not before or before[-1] not in ("by", "from"):
        return False
    places = [i for i in range(len(before) - 1) if is_delivery(before[i], before[i - 1])]
    if not places or words("assist", "lost") & set(before[-6:]):
        return False
    between = before[places[-1] + 1 : -1]
    is_near = len(between) <= NEAR and not BREAKS & set(between)
    return is_near or pattern("assist", "from_where").match(" ".join([*between, ""])) is not None


def is_delivery(word: str, before: str) -> bool:
    """Whether a word is a ball given to somebody, by itself and the one before it: "free kick"."""
    is_kick = word == "kick" and before in KICKS
    return is_kick or word in DELIVERIES or word.rsplit("-", 1)[-1] in COMPOUNDS


def before_role(mention: Mention) -> list[str]:
    """The words before a person and what he is: "a cross by" of "a cross by substitute Kaba"."""
    before = [t.text.lower() for t in mention.sentence.tokens[: mention.first]]
    while before and before[-1] in ROLES:
        before.pop()
    return before
