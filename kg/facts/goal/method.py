"""How a goal was scored: "headed in", "with a volley", "Kaba's free-kick earned a draw".

The words are data (`kg/lexicon/methods.toml`).
"""

from collections.abc import Sequence

from kg.frames import Frame
from kg.language import Token, lower
from kg.lexicon import pattern, table
from kg.mentions.entities import Mention

# What a goalkeeper does with a ball, or what is done to him: "was beaten by Kaba's header".
LETS = frozenset({"let", "allow", "see", "watch", "beat", "defeat", "misjudge", "fumble", "spill"})
BEHIND = 12  # words behind a noun in which it is told how its goal was hit: "was headed in"
FREE_KICK = "free_kick"  # of who takes it: one that another took is a pass
WITH = 7  # words that say what a goal was scored with
BESIDE = 7  # words beside the scorer that tell what of his went in


def method_of(frame: Frame, scorer: Mention | None = None) -> str | None:
    """How the ball went in, as far as told; `scorer` is who scored, where he stands."""
    if own := own_method(frame) or (method_of_his(scorer) if scorer else None):
        return own
    text, lemma = f"{frame.tail_text} {with_what(frame)}", frame.trigger.lemma
    if frame.noun and (found := pattern("methods", "was_hit").match(lower(behind(frame)))):
        text = f"{text} with a {'volley' if 'volley' in found[1] else 'header'}"
    if lemma in LETS and (found := pattern("methods", "let_in").search(frame.tail_text)):
        text = f"{text} with a {found[1].replace(' ', '-')}"
    verbs, nouns = table("methods", "verbs"), table("methods", "nouns")
    for method in nouns:
        if lemma in verbs[method] | nouns[method] or pattern("methods", method).search(text):
            return method
    if pattern("methods", "overhead").search(frame.sentence.text.lower()) and not frame.closed:
        return "overhead"
    return FREE_KICK if is_free_kick(frame, text) else None


def is_free_kick(frame: Frame, text: str) -> bool:
    """Whether a goal is a free-kick gone in, by the words behind its verb and with what."""
    told = pattern("methods", "free_kick").search(text)
    if frame.trigger.lemma in table("methods", "words")["strikes_kick"]:
        told = told or pattern("methods", "struck_kick").match(frame.tail_text)
    return bool(told or pattern("methods", "from_kick").match(frame.sentence.text.lower()))


def behind(frame: Frame) -> Sequence[Token]:
    """The words behind a trigger, whatever clause they are of."""
    return frame.sentence.tokens[frame.trigger.index + 1 : frame.trigger.index + 1 + BEHIND]


def with_what(frame: Frame) -> str:
    """What a goal was scored with, where a clause about it cuts the tail: "with a volley that"."""
    after = frame.trigger.index + len(frame.tail) + 1
    behind = frame.sentence.tokens[after : after + WITH]
    verbs = (i for i, t in enumerate(behind) if t.is_verb and behind[i - 1].tag != "DT")
    end = min(next(verbs, WITH), next((i for i, t in enumerate(behind) if t.text == ","), WITH))
    is_with = bool(behind) and behind[0].lower == "with" and not frame.closed
    return " ".join(t.lower for t in behind[:end]) if is_with else ""


def own_method(frame: Frame) -> str | None:
    """How the scorer hit what scored: "Kaba's fine free-kick earned a draw"."""
    if frame.doer is None:
        return None
    behind = frame.sentence.tokens[frame.doer.last + 1 : frame.trigger.index + 1]
    text = " ".join(t.lower for t in behind)
    found = pattern("methods", "own").match(
        f"'s {text}" if frame.doer.token.tag in ("PRP$", "WP$") else text
    )
    return called(found[1]) if found else None


def method_of_his(scorer: Mention) -> str | None:
    """How the scorer hit it, told beside his name: "by a Kaba header", "off Kaba's head".

    So too of who "who" stands for: "found the head of Kaba, who levelled".
    """
    tokens = scorer.sentence.tokens
    if scorer.is_relative:
        ahead = lower(tokens[max(0, scorer.first - BESIDE) : scorer.first])
        return "header" if pattern("methods", "head_of_whom").search(ahead) else None
    ahead = lower(tokens[max(0, scorer.first - BESIDE) : scorer.first])
    found = pattern("methods", "of_his").match(lower(tokens[scorer.last + 1 :][:BESIDE]))
    is_his = found and (found[1] or pattern("methods", "article").search(ahead))
    before = pattern("methods", "from_him").search(ahead)
    named = found[2] if found and is_his else before and before[1]
    return called(named) if named else None


def called(named: str) -> str:
    """The method of a word: "half-volley" is one of the volleys, "head" of the headers."""
    nouns, verbs = table("methods", "nouns"), table("methods", "verbs")
    ways = (method for method in nouns if named in nouns[method] | verbs[method])
    return next(ways, "free_kick")
