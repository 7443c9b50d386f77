"""Pronouns shown as those that the rules speak of: "she" as "he", and a club's own "we" as "they".

So each rule is written once: "completed her hat-trick" tells what "completed his hat-trick" tells,
and "our keeper" what "their keeper" does. The report's own words stay where it is quoted.
"""

from collections.abc import Sequence

from kg.lexicon import words

SHOWN = {"she": "he", "hers": "his", "herself": "himself"}
FIRST_PERSON = {
    "we": "they",
    "us": "them",
    "our": "their",
    "ours": "theirs",
    "ourselves": "themselves",
}
MASCULINE = frozenset({"he", "him", "his", "himself"})


def shown_alike(shown: Sequence[str]) -> list[str]:
    """The words of a sentence with its pronouns as those of one gender, capitals kept."""
    return [alike(word, shown[i + 1 : i + 2]) for i, word in enumerate(shown)]


def alike(word: str, behind: Sequence[str]) -> str:
    """A word, or the pronoun that is shown for it; "her" by the word behind it, if there is one."""
    plain = word.lower()
    told = SHOWN.get(plain, plain)
    if plain == "her":
        owns = bool(behind) and behind[0].lower() not in words("clauses", "behind_object")
        told = "his" if owns and behind[0][:1].isalnum() else "him"
    if told == plain:
        return word
    return told.capitalize() if word[0].isupper() else told


def told_of_others(word: str) -> str:
    """A word, or the pronoun of the third person for one of the first: "We" is "They".

    "US" is a country.
    """
    told = FIRST_PERSON.get(word.lower())
    if told is None or (word.isupper() and len(word) > 1):
        return word
    return told.capitalize() if word[0].isupper() else told
