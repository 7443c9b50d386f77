"""Lemmas of verb forms: of those that are listed, and of any other by the rules of spelling."""

import pytest

from kg.lexicon import lemma_of

COMMON = frozenset({"offer", "hope"})


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("struck", "strike"),  # irregular
        ("tapped", "tap"),  # listed
        ("offered", "offer"),  # a common word
        ("hoping", "hope"),
        ("conceded", "concede"),  # by spelling alone: a lost e
        ("baffled", "baffle"),
        ("capitalised", "capitalise"),
        ("plunging", "plunge"),
        ("secured", "secure"),
        ("sprinted", "sprint"),  # no e was lost
        ("romped", "romp"),
        ("shrugged", "shrug"),  # a doubled letter
        ("crumbling", "crumble"),
        ("sting", "sting"),  # no ending at all: nothing to take off
    ],
)
def test_lemma_of_a_form(form: str, lemma: str) -> None:
    assert lemma_of(form, "VBD", COMMON) == lemma


def test_a_noun_is_no_form_of_a_verb() -> None:
    assert lemma_of("shot", "NN", COMMON) == "shot"
