"""Whose ball it was that a scorer turned in: "Kaba's cross", "a low pass by Kaba", "a Kaba corner".

A reading gives the place of the word that says so: what is told between it and the goal may show
that the ball never reached the scorer.
"""

from collections.abc import Mapping, Sequence

from kg.frames.subjects import subject_of
from kg.language import POSSESSIVE, Token, lower
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Entity, Kind, Mention

DELIVERIES, COMPOUNDS, UPFIELD, LINKS, LOST = (
    words("assist", name) for name in ("deliveries", "compounds", "upfield", "links", "lost")
)
# A shot, and how somebody else makes a goal of it.
SHOTS, REDIRECTS = words("assist", "shots"), words("assist", "redirects")
NOTHING: frozenset[str] = frozenset()
ROLES = frozenset().union(*table("nouns", "people").values()) | words("assist", "said")
PASSIVES = frozenset({"was", "were", "been", "being"})
ARTICLES = frozenset({"a", "an", "the", "another", "one"})
BREAKS = frozenset({",", "and", "but"})
TURNS = frozenset({"but", "while", ";"})  # behind these another goal is told
WHOSE = frozenset({"whose", "his"})
CLEARS = frozenset({"out", "away", "clear"})  # "Dekker's header out had dropped to him"
NEAR = 3  # words between a delivery and who gave it, between a verb and whose ball it turns in
REACHES = 6  # words behind an owner within which the ball is that he gave
BACK = 10  # words before a person in which his ball is named


def is_delivery(word: str, before: str) -> bool:
    """Whether a word is a ball given to somebody, by itself and the one before it: "free kick"."""
    if word in words("assist", "no_balls") or (word == "pass" and before == "back"):
        return False
    if word in words("assist", "plurals"):  # "scored both from corners taken by Kaba"
        return before in words("assist", "before_plurals")
    is_kick = word == "kick" and before in words("assist", "kicks") | UPFIELD
    is_kick = is_kick or (word == "clearance" and before in UPFIELD)
    if word in words("assist", "work"):
        return before in words("assist", "good")
    is_compound = "-" in word and word.rsplit("-", 1)[-1] in COMPOUNDS
    return is_kick or word in DELIVERIES or is_compound


def owned_ball(
    mention: Mention, trigger: int, scorer: Entity, mentions: Mapping[int, Mention]
) -> int | None:
    """Where a ball is told that is somebody's: "Kaba's cross", "headed in from Kaba's cross"."""
    tokens = mention.sentence.tokens
    first = mention.last + 1
    if lower(tokens[first : first + 1]) in POSSESSIVE:
        first += 1
    elif not (mention.token.lower in WHOSE or is_compound(mention, tokens[trigger].lemma)):
        return None
    owned = [t.lower for t in tokens[first : first + REACHES]]
    is_turned = trigger < mention.first and tokens[trigger].lemma in REDIRECTS
    balls = SHOTS if is_turned else NOTHING  # "nodded a Kaba drive past Hansen"
    named = (i for i, w in enumerate(owned) if w in balls or is_delivery(w, owned[i - 1]))
    noun = next(named, None)
    not_his = BREAKS | LOST - {"headed"} | set(POSSESSIVE)  # "Hansen's save from Kaba's kick"
    if noun is not None and pattern("assist", "run_and").match(" ".join(owned[:noun])):
        not_his = LOST  # "Kaba's run and cross"
    if noun is None or not_his & set(owned[:noun]):
        return None
    if lower(tokens[first + noun + 1 : first + noun + 2]) in CLEARS:
        return None
    if mention.head < trigger:  # "Kaba's header and Gomes's late strike" are two goals
        behind = tokens[first + noun + 1 :][:1]
        is_goal = owned[noun] in words("assist", "or_goals") and any(
            t.lower in ("and", ",") for t in behind
        )
        is_taken = is_goal or is_met_by_another(mention, trigger, scorer, mentions)
        return None if is_taken else first + noun
    if pattern("assist", "passed_on").match(lower(tokens[first + noun + 1 :])):
        return None
    before = {t.text.lower() for t in tokens[max(0, mention.first - 4) : mention.first]}
    between = {t.lower for t in tokens[trigger : mention.first]}
    is_object = mention.first - trigger <= NEAR and not BREAKS & between
    return first + noun if (LINKS & before or is_object) and not TURNS & between else None


def is_met_by_another(
    mention: Mention, trigger: int, scorer: Entity, mentions: Mapping[int, Mention]
) -> bool:
    """Whether somebody else than the scorer met a ball: "Kaba headed Gomes's cross to Soldal"."""
    sentence, first = mention.sentence, mention.first
    while first and sentence.tokens[first - 1].tag in ("DT", "JJ", "RP"):
        first -= 1
    verb = sentence.tokens[first - 1] if first else None
    if verb is None or not verb.is_verb or verb.index == trigger:
        return False
    doer = subject_of(sentence, verb, mentions)
    return doer is not None and doer.kind is Kind.PERSON and doer.entity not in (None, scorer)


def is_compound(mention: Mention, verb: str) -> bool:
    """Whether a name stands before what is his like a word of it: "from a low Kaba cross"."""
    balls = SHOTS if verb in REDIRECTS else NOTHING
    tokens = mention.sentence.tokens
    before = reversed(tokens[: mention.first])
    opening = next((t for t in before if not t.tag.startswith("JJ")), None)
    behind = [t.lower for t in tokens[mention.last + 1 : mention.last + 4]]
    nouns = (i for i, w in enumerate(behind) if w in balls or is_delivery(w, behind[i - 1]))
    noun = next(nouns, None)
    if opening is None or noun is None or not mention.named:
        return False
    between = tokens[mention.last + 1 : mention.last + 1 + noun]
    return opening.tag == "DT" and all(t.tag[:2] in ("JJ", "NN", "VB") for t in between)


def is_delivered_by(mention: Mention, trigger: int) -> bool:
    """Whether the ball came from a person: "a cross by Kaba", "a long pass from Kaba"."""
    before = before_role(mention)[-BACK:]
    if not before or before[-1] not in ("by", "from", "of"):
        return False
    places = [i for i in range(len(before) - 1) if is_delivery(before[i], before[i - 1])]
    if not places or LOST & set(words_of_ball(before, places[-1])):
        return False  # "a loose pass from Kaba"; not "headed in a cross from Kaba"
    if TURNS & {t.lower for t in mention.sentence.tokens[trigger : mention.first]}:
        return False
    between = before[places[-1] + 1 : -1]
    if between and between[-1] in words("assist", "going_by"):
        return False  # "with a header after getting by Kaba"
    if before[-1] == "of":  # "after a pass of Kaba"; not "a ball behind the back line of Kaba"
        return not between
    # Not "a cross was missed by Dekker".
    is_near = len(between) <= NEAR - 1 and not (BREAKS | PASSIVES) & set(between)
    place = " ".join([*between, ""])
    return is_near or any(
        pattern("assist", name).match(place) for name in ("from_where", "this_one", "played_so")
    )


def words_of_ball(before: Sequence[str], place: int) -> Sequence[str]:
    """The words behind the article of a ball: "loose pass from" of "a loose pass from"."""
    articles = [i for i, word in enumerate(before[:place]) if word in ARTICLES]
    return before[max(articles, default=-1) + 1 :]


def before_role(mention: Mention) -> list[str]:
    """The words before a person and what he is: "a cross by" of "a cross by substitute Kaba"."""
    tokens = mention.sentence.tokens
    end = mention.first
    while end and (tokens[end - 1].lower in ROLES or is_how_he_is(tokens[end - 1])):
        end -= 1
    if end and tokens[end - 1].lower == "the" and end < mention.first:
        end -= 1
    return [t.text.lower() for t in tokens[:end]]


def is_how_he_is(token: Token) -> bool:
    """Whether a word before a name says how somebody is: "the returning Kaba"."""
    return token.tag in ("JJ", "VBG", "JJR", "JJS") or token.lower.endswith(("-old", "ly"))
