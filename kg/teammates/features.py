"""What tells whether two who are named in one sentence play for one team.

The features of a pair: the parts both play, the words between them, their places in the clause.
No name is ever a feature, so that nothing learnt depends on one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.frames import Frame
from kg.language import Sentence, Token
from kg.mentions import Kind, Mention
from kg.teammates.parts import ATTACK, DEFENCE, Part, parts_of, turns
from kg.weights import Features

SHORT = 5  # words between two that are a feature as a whole
FAR = 4  # people between two from which distance no longer counts
DEEPEST = 8  # words up the tree
PERSON, TEAM, NAME, NUMBER = "<P>", "<T>", "<N>", "#"


@dataclass(frozen=True)
class Passage:
    """A sentence with the people and teams in it, from left to right, and the parts they play."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    parts: tuple[tuple[Part, ...], ...]
    words: tuple[str, ...]  # one for each token; "" within a mention but at its head
    sides: tuple[str, ...]  # the part that each mention plays, in one word
    lines: tuple[tuple[int, ...], ...]  # each mention's word and all it hangs on
    told: tuple[frozenset[str], ...]  # what features tell of each mention by himself
    turns: bool  # whether play turns anywhere in it


def passage(sentence: Sentence, mentions: Sequence[Mention], frames: Sequence[Frame]) -> Passage:
    """Prepare a sentence for its pairs."""
    taking_part = sorted(
        (m for m in mentions if m.kind in (Kind.PERSON, Kind.TEAM)), key=lambda m: m.head
    )
    parts = tuple(tuple(parts_of(m, frames)) for m in taking_part)
    words = tuple(shown(sentence, taking_part))
    each = tuple(zip(taking_part, parts, strict=True))
    return Passage(
        sentence=sentence,
        mentions=tuple(taking_part),
        parts=parts,
        words=words,
        sides=tuple(side_of(*one) for one in each),
        lines=tuple(line_up(sentence.tokens, m.head) for m in taking_part),
        told=tuple(frozenset(told(*one, words)) for one in each),
        turns=turns(sentence.tokens),
    )


def shown(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[str]:
    """The words of a sentence as features show them: lemmas, and kinds in place of names."""
    inside = {i: m for m in mentions for i in range(m.first, m.last + 1)}
    for token in sentence.tokens:
        mention = inside.get(token.index)
        if mention is not None:
            yield mark(mention) if token.index == mention.head else ""
        elif token.name:
            yield NAME
        else:
            yield NUMBER if token.text[0].isdigit() else token.lemma or token.lower


def mark(mention: Mention) -> str:
    """A mention as its kind."""
    return TEAM if mention.kind is Kind.TEAM else PERSON


def features(one: int, other: int, here: Passage) -> Iterator[Features]:
    """The features of two mentions of a passage, given by their places in it, group by group."""
    first, second = here.mentions[one], here.mentions[other]
    kinds = mark(first) + mark(second)
    turned = here.turns and turns(here.sentence.tokens[first.last + 1 : second.first])
    gap = str(min(other - one, FAR))
    sides = f"{here.sides[one]} {here.sides[other]}"
    yield "kinds", {kinds}
    yield f"gap {kinds}", {gap}
    yield f"turn {turned}", {kinds}
    yield f"sides {kinds} {sides}", {str(turned), f"gap {gap}"}
    between = [w for w in here.words[first.last + 1 : second.first] if w]
    yield from words_between(between, kinds)
    yield from places_in_clause(here, one, other)
    yield from slots(here, one, other, kinds)


def side_of(mention: Mention, parts: Sequence[Part]) -> str:
    """The part a mention plays in one word: by what is told first."""
    told = next((part.side for part in parts if part.side), None)
    if told or mention.kind is Kind.PERSON:
        return told or "none"
    return "subject" if mention.token.relation == "nsubj" else "none"


def words_between(between: Sequence[str], kinds: str) -> Iterator[Features]:
    """Words, pairs and triples of words between two, and all of them if they are few."""
    words = set(between)
    yield "word", words
    yield f"word {kinds}", words
    bounded = ["[", *between, "]"]
    yield "two", set(map(" ".join, pairwise(bounded)))
    yield "three", set(map(" ".join, zip(bounded, bounded[1:], bounded[2:], strict=False)))
    if len(between) <= SHORT:
        yield f"all {kinds}", {" ".join(between)}
    yield f"length {kinds}", {str(min(len(between) // 3, SHORT))}


def places_in_clause(here: Passage, one: int, other: int) -> Iterator[Features]:
    """The path between two in the tree, and the word that joins them."""
    tokens = here.sentence.tokens
    up, down = here.lines[one], here.lines[other]
    top = next((i for i in up if i in down), None)
    if top is None:
        return
    up, down = up[: up.index(top)], down[: down.index(top)]
    path = (
        "^".join([tokens[i].relation for i in up])
        + "|"
        + "v".join([tokens[i].relation for i in down])
    )
    yield "path", {path}
    yield "top", {here.words[top]}
    yield f"top {here.words[top]}", {path}


def line_up(tokens: Sequence[Token], index: int) -> tuple[int, ...]:
    """A word and all it hangs on, up to the root."""
    line = [index]
    while tokens[line[-1]].head != line[-1] and len(line) <= DEEPEST:
        line.append(tokens[line[-1]].head)
    return tuple(line)


def slots(here: Passage, one: int, other: int, kinds: str) -> Iterator[Features]:
    """Each one's place with its word, alone and both together."""
    yield f"0 {kinds[:3]}", here.told[one]
    yield f"1 {kinds[3:]}", here.told[other]
    for left in here.told[one]:
        yield f"both {left} &", here.told[other]


def told(mention: Mention, parts: Sequence[Part], words: Sequence[str]) -> Iterator[str]:
    """What is told of one mention: the words he hangs on, his role, the words beside him."""
    for part in parts:
        yield f"{part.slot} {part.word}"
        yield f"{part.slot} is {part.side}"
    yield f"{mention.token.relation} of {words[mention.token.head]}"
    if mention.traits.role:
        yield f"role {mention.traits.role}"
    yield "after " + " ".join([w for w in words[: mention.first] if w][-1:])
    yield "before " + " ".join([w for w in words[mention.last + 1 :] if w][:1])


__all__ = ["ATTACK", "DEFENCE", "Passage", "features", "passage"]
