"""What sentences tell of a match by their words alone: a result, the minutes of what happened."""

from collections.abc import Sequence

from kg.language import Sentence
from kg.lexicon import words
from kg.mentions.senses.scorelines import SCORE

MINUTES = frozenset({"minute", "minutes", "half-time", "half-hour", "stoppage"})
TIMED = 2  # sentences with a minute, in a report whose teams are named apart


def has_result(sentence: Sentence) -> bool:
    """Whether a sentence tells a score or a result."""
    texts = [t.text.lower() for t in sentence.tokens]
    return any(SCORE.fullmatch(t) for t in texts) or any(
        t in words("results", "nouns") for t in texts
    )


def is_timed(prose: Sequence[Sentence]) -> bool:
    """Whether sentences tell again and again in which minute something was, as a report does."""
    return sum(any(t.lower in MINUTES for t in s.tokens) for s in prose) >= TIMED
