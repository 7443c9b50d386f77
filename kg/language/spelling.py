"""One spelling of a word that reports spell in several ways: "spotkick", "spot-kick"."""

from functools import cache

from kg.lexicon import content


def usual(word: str) -> str:
    """A word as the phrasings spell it, its capital kept."""
    told = spellings().get(word.lower(), word)
    return told.capitalize() if word[:1].isupper() and told != word else told


@cache
def spellings() -> dict[str, str]:
    """The usual spelling of each word that is also spelt otherwise."""
    return {
        other: word for word, others in content("spellings")["usual"].items() for other in others
    }
