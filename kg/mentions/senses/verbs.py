"""What the verb beside a name says of it: "X headed in" is of a person, "X drew" of a team."""

from collections.abc import Iterator, Sequence

from kg.language import Sentence, Token
from kg.lexicon import pattern, words
from kg.mentions.entities import Kind
from kg.mentions.senses.cues import Vote, listed, look_up
from kg.mentions.senses.sharing import listed_before

AUXILIARIES = frozenset({"had", "has", "have", "then", "also", "was", "were", "is", "are"})
WINS_ELSE = pattern("results", "wins_else")
NEAR = 8  # words behind "won" that tell what was won


def votes_by_verb(sentence: Sentence, i: int) -> Iterator[Vote]:
    """What the verb says of its subject and its object."""
    token = sentence.tokens[i]
    verb = sentence.tokens[token.head].lemma
    if token.relation == "nsubj" and wins_ball(sentence.tokens[token.head :]):
        return
    beside = next((t for t in sentence.tokens[i + 1 : i + 4] if t.lower not in AUXILIARIES), None)
    if agrees_as_several(sentence, token):
        yield Kind.TEAM, 1.5
    if token.relation == "nsubj":
        yield from look_up("subject", [verb])
    elif beside is not None and beside.tag in ("VBD", "VBZ") and token.relation != "conj":
        yield from look_up("subject", [beside.lemma])
    elif token.relation in ("obj", "nsubj:pass"):
        following = sentence.tokens[i + 1].lower if i + 1 < len(sentence.tokens) else ""
        if verb != "beat" or following not in ("from", "with", "at", "and", "to"):
            yield from look_up("object", [verb])  # not in "beat Hansen from close range"


def agrees_as_several(sentence: Sentence, token: Token) -> bool:
    """Whether one name has a verb in the plural: "Brevik continue to set the pace"."""
    head = sentence.tokens[token.head]
    is_plain = head.tag == "VBP" and head.index == token.index + 1 and head.lower == head.lemma
    if token.relation != "nsubj" or not is_plain:
        return False
    joined = any(sentence.tokens[c].relation == "conj" for c in sentence.children[token.index])
    return not joined and listed_before(sentence, token.index) is None


def wins_ball(behind: Sequence[Token]) -> bool:
    """Whether somebody gets what a player may as well as a team: "won a free-kick out wide"."""
    if not behind or behind[0].lemma not in words("results", "wins_ball"):
        return False
    told = " ".join(t.text.lower() for t in behind[1 : 1 + NEAR])
    return WINS_ELSE.search(told.removeprefix("up ")) is not None


def beats_player(behind: Sequence[Token]) -> bool:
    """Whether who is beaten is a player of a team: "beat Brevik goalkeeper Ivo Lund"."""
    roles = listed("nouns.roles")
    return any(t.lower in roles and j and behind[j - 1].name for j, t in enumerate(behind))
