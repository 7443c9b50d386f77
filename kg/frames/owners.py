"""Whose an action is: "Rovani's header", "his header", "a header by Rovani"."""

from collections.abc import Mapping, Sequence

from kg.frames.syntax import word_at
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind, Mention

BACK = 8  # words between an owner and what is his
AHEAD = 5  # words from an action to who is named behind it
PRONOUNS = frozenset({"his", "their", "its", "whose"})


def owner_if_action(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The owner of "header" in "Rovani's header flew in"."""
    if token.lemma in table("nouns", "actions")["of_player"]:
        return owner_of(sentence, token, by_token)
    return None


def owner_of(sentence: Sentence, token: Token, by_token: Mapping[int, Mention]) -> Mention | None:
    """Whose an action noun is: "X's header", "his header", "a header by X", "the goal from X"."""
    before = owner_before(sentence, token, by_token)
    return before or owner_behind(sentence, token, by_token)


def owner_before(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The owner who stands before an action noun: "X's late header", "a Jonas Verdin cross"."""
    for i in range(token.index - 1, max(-1, token.index - BACK), -1):
        word, mention = sentence.tokens[i], by_token.get(i)
        if word.text in POSSESSIVE and i and (owner := by_token.get(i - 1)):
            return owner
        if mention and word.text.lower() in PRONOUNS:
            return mention
        if mention and i == token.index - 1 and is_person_named_at(mention, i):
            return mention
        if word.tag in ("IN", "TO", "VBD", "VBZ", ".", "CC") or word.text in ",;":
            return None
    return None


def is_person_named_at(mention: Mention, index: int) -> bool:
    """Whether a mention is the name of a person that stands at a place of its sentence."""
    return mention.named and mention.head == index and mention.kind is Kind.PERSON


def owner_behind(
    sentence: Sentence, token: Token, by_token: Mapping[int, Mention]
) -> Mention | None:
    """The owner who stands behind an action noun: "a header by X"; not "from X's corner"."""
    following: Sequence[Token] = sentence.tokens[token.index + 1 : token.index + 1 + AHEAD]
    if not following or following[0].text.lower() not in ("by", "from", "for"):
        return None
    for word in following[1:]:
        mention = by_token.get(word.index)
        if mention and mention.kind is Kind.PERSON and mention.entity:
            behind = word_at(sentence, mention.last + 1)
            is_of_ball = behind in POSSESSIVE or behind in words("assist", "deliveries")
            return None if is_of_ball else mention
        if word.tag in ("IN", "VBD", "VBG", ","):  # "a red card for tripping X" is not X's
            return None
    return None
