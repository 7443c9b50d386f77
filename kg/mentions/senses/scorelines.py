"""What a score says of the names around it: who battered whom 4-0, who was held to a 1-1 draw.

A score needs two teams, so names that no list knows are told by the clause it stands in.
"""

import re
from collections.abc import Iterator, Sequence

from kg.language import Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Kind

SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")
GOALS = re.compile(r"1?\d")
SCORED = re.compile(r"(?<![N1,;])(N),?1[,;–-]?(N),?1(?![Nm1])")  # in signs for words
PARTING = (",", ";", "-", "–", "—")  # between two sides with their goals
MINUTE = ("'", "’", "′", "min", "mins", "pen", "(")
OF_SCORERS = frozenset(
    {"(", "scorers", "scorer", "goals", "goalscorers", "booked", "cards", "subs"}
)
FAR = 14  # words from a subject to the score of its clause
NEAR = 6  # words from "to" or "with" to the score: "to a hard-fought 1-1 draw"
SURE = 3.0


def votes_by_score(sentence: Sentence, i: int) -> Iterator[tuple[Kind, float]]:
    """What the score of its clause says of a name: that it is a team's, or nothing."""
    tokens = sentence.tokens
    clause = tuple(clause_behind(tokens, i))
    if who_had_result(tokens[i + 1 : i + 1 + FAR]):
        yield Kind.TEAM, SURE
    if stands_in_score(tokens, i):
        yield Kind.TEAM, SURE
    if leads_to_result(clause, ("to", "with")) or (
        tokens[i].is_subject and (wins(clause, tokens) or earns(clause))
    ):
        yield Kind.TEAM, SURE


def stands_in_score(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands with its goals beside another with theirs: "Hallvik 3, Brevik 1".

    "Scorers: Kaba 3, Nduri 7" tells minutes.
    """
    if not any(GOALS.fullmatch(token.text) for token in tokens[i + 1 : i + 3]):
        return False
    first = max(0, i - 5)
    told = "".join(shown(token) for token in tokens[first : i + 9])
    place = len("".join(shown(token) for token in tokens[first:i]))
    scores = [m for m in SCORED.finditer(told) if place in (m.start(1), m.start(2))]
    named = {token.lower for token in tokens[max(0, i - 9) : i]}
    return bool(scores) and not named & OF_SCORERS


def shown(token: Token) -> str:
    """A sign for a word: a name, goals, a mark between two sides, or any other."""
    if token.name:
        return "N"
    if GOALS.fullmatch(token.text):
        return "1"
    return token.text if token.text in PARTING else "m" if token.text in MINUTE else "x"


def who_had_result(behind: Sequence[Token]) -> bool:
    """Whether a relative clause with a score follows: "Brevik, who edged Norheim 1-0"."""
    opens = [t.lower for t in behind[:2]] in ([",", "who"], [",", "which"])
    if not opens or not any(SCORE.fullmatch(t.text) for t in behind):
        return False
    verbs = table("results", "verbs")
    results = verbs["won"] | verbs["lost"] | verbs["drew"] | {"hold", "slip", "go"}
    own = [t.lemma for t in behind[2:5] if t.tag.startswith("VB")]
    return bool(results.intersection(own))


def clause_behind(tokens: Sequence[Token], i: int) -> Iterator[Token]:
    """The words behind a name, up to where another clause begins."""
    for token in tokens[i + 1 : i + 1 + FAR]:
        if token.lower in words("results", "clause_ends"):
            return
        yield token


def leads_to_result(clause: Sequence[Token], prepositions: Sequence[str]) -> bool:
    """Whether a result follows right behind: "held Brevik to a 1-1 draw"."""
    return bool(clause) and clause[0].lower in prepositions and tells_result(clause[1 : 1 + NEAR])


def wins(clause: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether the score stands behind the one other name: "battered Brevik 4-0".

    Or behind "with": "cruised past Brevik with a 3-0 win". Not so in "put Hallvik 2-0 up": there
    the score is that of the moment.
    """
    named = [place for place, token in enumerate(clause) if token.name]
    if len(named) != 1 or named[0] + 1 >= len(clause):
        return False
    rest = clause[named[0] + 1 :]
    if any(leads_to_result(rest[place:], ("with",)) for place in range(len(rest))):
        return True
    score = rest[0]
    behind = tokens[score.index + 1].lower if score.index + 1 < len(tokens) else ""
    is_final = behind not in words("results", "of_the_moment")
    return bool(SCORE.fullmatch(score.text)) and is_final


def earns(clause: Sequence[Token]) -> bool:
    """Whether a subject has a result before any other name: "eased to a 3-0 victory".

    Not so in "scored in a 3-0 victory" or "sealed a 1-0 win for Brevik", told of a player.
    """
    own = next((place for place, token in enumerate(clause) if token.name), len(clause))
    places = [p for p, t in enumerate(clause[:own]) if SCORE.fullmatch(t.text)]
    is_for = own < len(clause) and clause[own - 1].lower == "for"
    if not places or is_for:
        return False
    before = [token.lower for token in clause[max(0, places[0] - NEAR) : places[0]]]
    if set(before) & words("results", "told_in"):
        return False
    ends = words("results", "verb_forms") | words("results", "draws")  # "came back to draw 2-2"
    return (before[-1:] != [] and before[-1] in ends) or tells_result(clause[places[0] : own])


def tells_result(tokens: Sequence[Token]) -> bool:
    """Whether some words hold a score and then what it was: "a late 2-1 win"."""
    for place, token in enumerate(tokens):
        if token.name:
            return False
        if SCORE.fullmatch(token.text):
            behind = {t.lower for t in tokens[place + 1 : place + 4]}
            return bool(behind & (words("results", "nouns") | words("results", "winners")))
    return False
