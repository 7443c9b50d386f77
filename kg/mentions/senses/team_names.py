"""What tells whether a name is a team's: the words around each of its uses, weighed as learnt.

The features of a name are those of all its uses in the report. No name is ever a feature, so that
nothing learnt depends on one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from kg.language import POSSESSIVE, Document, Sentence, Token
from kg.mentions.senses.name_words import Feature, of_words
from kg.mentions.senses.scorelines import SCORE, clause_behind
from kg.weights import Features, load_weights

WEIGHTS = "team-names.json"
NAME, FIGURE, RESULT, EDGE = "<N>", "#", "#-#", "|"
REACH = 3  # words to either side that are looked at
OWNED = 4  # words of what a name owns
SKIPPED = ("JJ", "JJR", "JJS", "VBG", "VBN", "CD", "RB", "DT")  # "past the advancing X"
Groups = defaultdict[str, set[str]]  # the features of each group
COMPLEMENTS = ("obj", "obl", "obl:npmod", "xcomp", "ccomp", "advcl")


def log_odds_of_teams(document: Document) -> Mapping[str, float]:
    """How far the uses of each name of a report say that it is a team's."""
    weights = load_weights(WEIGHTS)
    return {name: weights.log_odds(told) for name, told in features_of_names(document).items()}


def features_of_names(document: Document) -> Mapping[str, Sequence[Features]]:
    """The features of each name of a report, by its text, group by group."""
    found: dict[str, Groups] = {name.text: defaultdict(set) for name in document.names}
    for name, told in found.items():
        gather(told, of_form(name, found))
    for sentence in document.sentences:
        words = tuple(map(shown, sentence.tokens))
        for token in sentence.tokens:
            if token.name and token.text in found:
                gather(found[token.text], of_use(sentence, token, words))
    return {name: tuple(told.items()) for name, told in found.items()}


def gather(groups: Groups, features: Iterable[Feature]) -> None:
    """Put features into their groups."""
    for group, feature in features:
        groups[group].add(feature)


def shown(token: Token) -> str:
    """A word as features show it."""
    if token.name:
        return NAME
    if not token.text[0].isdigit():
        return token.lower
    return RESULT if SCORE.fullmatch(token.text) else FIGURE


def of_form(name: str, names: Collection[str]) -> Iterator[Feature]:
    """What the spelling of a name tells, and whether the report uses its parts as names."""
    parts = name.split()
    words = min(len(parts), REACH)
    yield "words", str(words)
    if words > 1:
        yield "parts", f"{parts[0] in names} {parts[-1] in names}"
    else:
        ends = any(other.endswith(f" {name}") for other in names)
        begins = any(other.startswith(f"{name} ") for other in names)
        yield "part", f"{begins} {ends}"
        if name.isupper():
            yield "form", "capitals"
    yield from (("form", sign) for sign in "-'" if sign in name)
    yield from of_words(parts)
    if name.endswith("s"):
        yield "form", "plural"


def of_use(sentence: Sentence, token: Token, words: Sequence[str]) -> Iterator[Feature]:
    """What one use of a name tells."""
    i = token.index
    before = [EDGE] * REACH + list(words[max(0, i - REACH) : i])
    after = list(words[i + 1 : i + 1 + REACH]) + [EDGE] * REACH
    for n in range(1, REACH + 1):
        yield "before", " ".join(before[-n:])
        yield "after", " ".join(after[:n])
    yield "between", f"{before[-1]} {after[0]}"
    yield from outer_word(sentence, i, words)
    yield from in_clause(sentence, token, words)
    if after[0] in POSSESSIVE:
        yield from of_owner(sentence, token, words)
    yield "block", sentence.block.kind.value
    if sentence.number == 0:
        yield "lead", token.relation


def outer_word(sentence: Sentence, i: int, words: Sequence[str]) -> Iterator[Feature]:
    """The word before the adjectives before a name."""
    first = i
    while first and words[first - 1] != NAME and sentence.tokens[first - 1].tag in SKIPPED:
        first -= 1
    if 0 < first < i:
        yield "outer", words[first - 1]
        yield "outer", f"{words[first - 1]} {words[i - 1]}"


def in_clause(sentence: Sentence, token: Token, words: Sequence[str]) -> Iterator[Feature]:
    """A name's place in its clause: the word it hangs on, its preposition, what goes with it."""
    tokens = sentence.tokens
    head = tokens[token.head]
    yield "relation", token.relation
    yield "relation to", f"{token.relation} {head.tag}"
    yield token.relation, lemma(head)
    children = [tokens[c] for c in sentence.children[token.index]]
    case = next((c for c in children if c.relation == "case" and c.lower not in POSSESSIVE), None)
    if case:
        yield "case", case.lower
        yield f"case {case.lower}", lemma(head)
    if token.is_subject:
        for other in (tokens[c] for c in sentence.children[token.head]):
            if other.relation in COMPLEMENTS and other.index != token.index:
                yield f"does {other.relation}", lemma(other)
                yield f"does {other.relation}", f"{lemma(head)} {lemma(other)}"
        yield from scores(tuple(clause_behind(tokens, token.index)), words)


def scores(clause: Sequence[Token], words: Sequence[str]) -> Iterator[Feature]:
    """The score in the clause of a subject, and the word it hangs on: "won 3-0", "in a 3-0 win"."""
    for place, token in enumerate(clause):
        if words[token.index] == RESULT:
            yield "clause", "score"
            before = (t for t in reversed(clause[:place]) if t.tag not in SKIPPED)
            yield "score", next((words[t.index] for t in before), EDGE)
            return


def of_owner(sentence: Sentence, token: Token, words: Sequence[str]) -> Iterator[Feature]:
    """What a name owns: "X's late header"."""
    yield "owns", lemma(sentence.tokens[token.head])
    behind = sentence.tokens[token.index + 2 : token.index + 2 + OWNED]
    for other in takewhile(lambda t: not ends_phrase(t), behind):
        yield "owned", words[other.index]


def ends_phrase(token: Token) -> bool:
    """Whether a word is no longer of what a name owns."""
    return token.name is not None or token.text in ",." or token.tag in ("IN", "VBD", "VBZ")


def lemma(token: Token) -> str:
    """A word of a clause as features show it: by its lemma."""
    word = shown(token)
    return (token.lemma or word) if word == token.lower else word
