"""What a writer puts in capitals at the start of a text to catch the eye: "RAMPANT Ivo Kaba"."""

from itertools import takewhile

from kg.lexicon import table, words
from kg.names.openings import Spans, Spelling
from kg.names.runs import Run
from kg.sheets.tokens import SHORT

SHORTEST = 5  # letters: "CSKA" and "PAOK" are of names
MOST_LETTERS = 7  # that stand for words: what is longer is one: "NORHEIMSUND"
CAPTION_WORDS = 2  # from which short words are of none either: "BAD BOY Hallvik winger"


def strip_shouted(run: Run, spelling: Spelling) -> Spans:
    """Drop the words in capitals before a name in small letters, which are none of it.

    Words that the report writes with a capital elsewhere stay: "KABA Strikes", "APOEL Skarn".
    """
    told = run.words
    shouted = tuple(takewhile(str.isupper, told))
    behind = told[len(shouted) : len(shouted) + 1]
    is_loud = is_shouted(shouted[0]) or len(shouted) >= CAPTION_WORDS if shouted else False
    if not is_loud or not behind or is_of_name(shouted[0], behind[0], spelling):
        return run.spans
    return run.spans[len(shouted) :]


def is_of_name(word: str, behind: str, spelling: Spelling) -> bool:
    """Whether a word in capitals is of the name behind it: "KABA Strikes", "HALLVIK Town"."""
    clubs = table("nouns", "clubs")
    ends_club = behind in clubs["last"] | clubs["affixes"]
    is_given = word.capitalize() in words("names", "given_names")
    return ends_club or is_given or bool({word, word.capitalize()} & spelling.evident)


def hushed(name: str, spelling: Spelling) -> str:
    """A name without the capitals of an opening: "HALLVIK Town", "KABA" if Kaba comes again."""
    first, *behind = name.split(" ")
    is_again = first.capitalize() in spelling.evident and len(first) > SHORT
    is_word = is_shouted(first) and (behind or len(first) > MOST_LETTERS)
    is_alone = is_word and first not in spelling.evident
    return " ".join((first.capitalize(), *behind)) if is_again or is_alone else name


def is_shouted(word: str) -> bool:
    """Whether a word is in capitals and too long for letters that stand for words."""
    return word.isupper() and word.isalpha() and len(word) >= SHORTEST
