"""Where "it" stands for nobody: "it was all over", "it looked as though Brevik had won"."""

from kg.language import Token
from kg.lexicon import words

AHEAD = 5  # words behind "it" among which its verb is
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


def is_idle(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the "it" at a place only tells how things are: "it was Kaba who", "it took a save".

    A team may be what something is done to: "it was beaten"; and "for Brevik it was a first win".
    """
    skipped = words("clauses", "before_verb")
    behind = [t for t in tokens[place + 1 : place + 1 + AHEAD] if t.lower not in skipped]
    if not behind or (tokens[0].lower == "for" and place < AHEAD):
        return False
    verb, after = behind[0], behind[1:2]
    acts = bool(after) and after[0].tag in PARTICIPLES
    return verb.lower in words("clauses", "tells_nothing") or (verb.lemma == "be" and not acts)
