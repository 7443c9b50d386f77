"""Which of the words that open a sentence are of a name, and which have a capital for that alone.

"Defender Anders Soldal" is Anders Soldal and "Grim." nobody; but "Long headed wide" is of
Long, since only a person does so, and "Will Tamsin" of Will Tamsin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from kg.blocks import Kind
from kg.lexicon import in_order, lemma_of, lemmas, table, words
from kg.names.runs import Run

DEED_ENDINGS = ("ing", "ed")
CONTRACTED = ("n't", "n’t")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Spelling:
    """How a report and English write words.

    `common` are the words that English writes in lower case, `capitalised` those that it always
    capitalises and which name nobody: days, nationalities. `evident` are the words that the report
    capitalises where it need not, `whole` the runs of them; `surnames` are nationalities that stand
    behind a given name: "Ronan Finn".
    """

    common: frozenset[str]
    capitalised: frozenset[str]
    evident: frozenset[str]
    whole: frozenset[tuple[str, ...]]
    surnames: frozenset[str]


def strip_opening(run: Run, spelling: Spelling) -> Spans:
    """Drop the words at the start of a sentence that are only capitalised because of that."""
    spans = run.spans
    while spans:
        run_words = tuple(run.block.text[start:end] for start, end in spans)
        if any(run_words[: len(w)] == w for w in spelling.whole if len(w) > 1 or w == run_words):
            break
        behind = run.block.text[spans[-1][1] :]
        is_adjective = run_words[0] == "New" and run_words[1:] in spelling.whole
        if not is_adjective and belongs_to_name(run_words, behind):
            break
        if not is_ordinary(run_words, behind, run.block.kind, spelling):
            break
        spans = spans[1:]
    return spans


def belongs_to_name(run_words: Sequence[str], behind: str) -> bool:
    """Whether a common word that opens a sentence is of the name: "Jack Wainley", "New Karsk".

    So too "Northern League".
    """
    following = first_word(behind)
    if run_words[0].lower() in words("names", "opening_particles") and len(run_words) > 1:
        return True
    if run_words[0] in words("names", "place_prefixes") and len(run_words) > 1:
        two = " ".join(word.strip(".,;:") for word in behind.lower().split()[:2])
        return not {following, two} & (roles() | table("nouns", "teams")["any"])
    leagues = table("nouns", "competitions")["words"]
    if run_words[0] in words("names", "before_league") and leagues.intersection(run_words[1:]):
        return True
    if run_words[0] in table("nouns", "clubs")["first"] and len(run_words) > 1:  # "Real Teruno"
        return run_words[1] not in words("names", "titles")
    word = run_words[0].lower()
    if len(run_words) == 1 and word not in STOP_WORDS and word not in not_people():
        return is_deed(behind)
    return opens_with_given_name(run_words)


def opens_with_given_name(run_words: Sequence[str]) -> bool:
    """Whether a run opens with a given name that is a word too: "Will Tamsin", not "Will City"."""
    if len(run_words) < 2 or run_words[0] not in words("names", "given_names"):
        return False
    return run_words[1].lower() not in STOP_WORDS | roles()


def is_ordinary(run_words: Sequence[str], behind: str, kind: Kind, spelling: Spelling) -> bool:
    """Whether the first of some words that open a sentence is no part of a name."""
    word = run_words[0]
    if word in spelling.evident:
        return word.lower() in STOP_WORDS and word not in words("names", "given_names")
    lower = word.lower()
    plain = lower.split("-")[-1]
    in_caption = kind is Kind.CAPTION and len(run_words) > 1 and plain not in roles()
    opens = lower in STOP_WORDS or lower in words("names", "openers")
    if opens or lower.endswith(CONTRACTED):  # "Wasn't that a goal"
        return True
    if lower == "champions" and len(run_words) > 1:  # "Champions Hallvik", "Champions League"
        return run_words[1] not in table("nouns", "competitions")["words"]
    if lower in spelling.common or all(part in spelling.common for part in lower.split("-")):
        return not in_caption
    if len(run_words) > 1:
        return is_deed_before_name(run_words, spelling)
    return is_made_as_word(word, spelling) or behind.startswith((".", "!", "?"))  # "Grim."


def is_deed_before_name(run_words: Sequence[str], spelling: Spelling) -> bool:
    """Whether what somebody did stands before a name: "Stripping Hallvik captain Kaba".

    Wilfred Kaba is called so: there is no verb "to wilfr".
    """
    lower = run_words[0].lower()
    if not lower.endswith(DEED_ENDINGS) or tuple(run_words) in spelling.whole:
        return False
    is_verb = lower.endswith("ing") or lemma_of(lower, "VBD", spelling.common) in spelling.common
    return is_verb and tuple(run_words[1:]) in spelling.whole


def is_made_as_word(word: str, spelling: Spelling) -> bool:
    """Whether a word is made as words are: "Muscling his way", "Oranges were handed out"."""
    lower = word.lower()
    is_plural = lower.endswith("s") and lower[:-1] in spelling.common
    is_plural = is_plural and word not in table("nouns", "clubs")["last"]
    return is_plural or lower.endswith(in_order("names", "common_endings"))


def is_deed(behind: str) -> bool:
    """Whether the next words are a deed that only a person does: "Long headed wide"."""
    following = behind.split()[:2]
    if following and following[0].endswith("ly"):
        following = following[1:]
    form = following[0].strip(",;") if following else ""
    is_past = form.endswith(("ed", "ot", "ung", "uck")) and behind.startswith(" ")
    return is_past and lemmas().get(form) in table("verbs", "subjects")["person"]


def first_word(text: str) -> str:
    """The first word of a text in lower case."""
    return (text.split() or [""])[0].strip(".,;:").lower()


@cache
def roles() -> frozenset[str]:
    """The nouns that may stand before a name: "Defender Anders Soldal"."""
    return frozenset().union(*table("nouns", "roles").values(), *table("nouns", "people").values())


@cache
def not_people() -> frozenset[str]:
    """The nouns and adverbs that do what people do and name nobody: "Hosts", "Nobody"."""
    return roles().union(*table("nouns", "teams").values(), words("names", "openers"))
