"""How a goal was scored: "headed in", "with a volley", "Kaba's free-kick earned a draw".

The words are data (`kg/lexicon/methods.toml`).
"""

from collections.abc import Sequence

from kg.frames import Frame
from kg.language import Token, lower
from kg.lexicon import pattern, table

# What a goalkeeper does with a ball, or what is done to him: "was beaten by Kaba's header".
LETS = frozenset({"let", "allow", "see", "watch", "beat", "defeat", "misjudge", "fumble", "spill"})
BEHIND = 12  # words behind a noun in which it is told how its goal was hit: "was headed in"
WITH = 7  # words that say what a goal was scored with


def method_of(frame: Frame) -> str | None:
    """How the ball went in, as far as told."""
    if own := own_method(frame):
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
    if pattern("methods", "overhead").search(frame.sentence.text.lower()):
        return "overhead"
    return "free_kick" if pattern("methods", "free_kick").search(text) else None


def behind(frame: Frame) -> Sequence[Token]:
    """The words behind a trigger, whatever clause they are of."""
    return frame.sentence.tokens[frame.trigger.index + 1 : frame.trigger.index + 1 + BEHIND]


def with_what(frame: Frame) -> str:
    """What a goal was scored with, where a clause about it cuts the tail: "with a volley that"."""
    after = frame.trigger.index + len(frame.tail) + 1
    behind = frame.sentence.tokens[after : after + WITH]
    verbs = (i for i, t in enumerate(behind) if t.is_verb and behind[i - 1].tag != "DT")
    end = min(next(verbs, WITH), next((i for i, t in enumerate(behind) if t.text == ","), WITH))
    is_with = bool(behind) and behind[0].lower == "with"
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
    if found is None:
        return None
    nouns = table("methods", "nouns")
    return next((method for method in nouns if found[1] in nouns[method]), "free_kick")
