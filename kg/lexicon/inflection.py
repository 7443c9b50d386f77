"""The forms of English verbs: made from the lemmas of `verbs.toml`, and traced back to them."""

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon.tables import table

VOWELS = "aeiou"
DOUBLES = re.compile(rf"[^{VOWELS}][{VOWELS}][^{VOWELS}wxy]$")  # "tap" -> "tapped"
DOUBLED = re.compile(r"([bdgmnprt])\1$")  # "romp" is no such stem, "shrugg" is
# Stems that have lost an e: "pok" (one syllable that would have doubled), "baffl", "conced",
# "capitalis", "plung", "secur", "creat".
LOST_E = re.compile(
    rf"^[^{VOWELS}]*[{VOWELS}][^{VOWELS}wxy]$|[^{VOWELS}r]l$|[{VOWELS}][dszv]$|[cvu]$|[dlnr]g$"
    rf"|[^{VOWELS}][iou]r$|[^{VOWELS}][aou]t$"
)
# Endings of verb forms with what the lemma has in their place, tried in this order.
ENDINGS = (
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
)


@cache
def lemmas() -> dict[str, str]:
    """Every inflected form of every verb in `verbs.toml`, with its lemma."""
    irregular = table("verbs", "irregular")
    known = set(irregular).union(*table("verbs", "classes").values())
    known = known.union(*table("play", "doer").values(), *table("play", "acts_on").values())
    forms: dict[str, str] = {}
    for verb in sorted(known):
        for form in {*regular_forms(verb), *irregular.get(verb, ())}:
            forms.setdefault(form, verb)
    for verb in sorted(irregular):  # "found" is to find, not to found
        for form in irregular[verb]:
            forms[form] = verb
    return forms


def regular_forms(verb: str) -> tuple[str, ...]:
    """The forms of a regular English verb: "tap" -> tap, taps, tapped, tapping."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    plain = verb, plural, verb + "ed", verb + "ing"
    doubled = verb + verb[-1]  # beside the plain forms, which are right for "offer"
    return (*plain, doubled + "ed", doubled + "ing") if DOUBLES.search(verb) else plain


def lemma_of(word: str, tag: str, common: frozenset[str]) -> str:
    """The lemma of a verb form in lower case; a word that is no verb stays as it is.

    Args:
        word: the word in lower case.
        tag: its Penn Treebank tag.
        common: words of English, against which a form without its ending is tried.
    """
    if tag.startswith("NN"):  # a shot is no form of "to shoot"
        return word
    known = lemmas().get(word)
    if known or not tag.startswith("VB"):
        return known or word
    return next((base for base in possible_lemmas(word) if base in common), without_ending(word))


def without_ending(word: str) -> str:
    """A form of a verb that no list has, by the rules of spelling: "conceded", "sprinted"."""
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and any(letter in VOWELS for letter in stem):
            if stem.endswith("i"):
                return stem[:-1] + "y"
            if DOUBLED.search(stem):
                return stem[:-1]
            return stem + "e" if LOST_E.search(stem) else stem
    return word


def possible_lemmas(word: str) -> Iterator[str]:
    """What a verb form may be a form of, by its ending: "tapped" -> tappe, tapp, tap."""
    for ending, restored in ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem + restored
            if not restored and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
