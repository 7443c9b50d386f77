"""Decide what each name names by how the report uses it: one sense a name, by weighted vote.

"X beat", "a draw with X", "X's goalkeeper" make X a team; "striker X", "X headed", "X's cross" a
person; "at the X Stadium" a ground. Known clubs add a vote and are never needed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.known_names import KnownNames
from kg.language import POSSESSIVE, Document, Sentence
from kg.lexicon import table, words
from kg.mentions.entities import Kind

Vote = tuple[Kind, float]
Votes = dict[Kind, float]
SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}")
AGE = re.compile(r"\d\d")


def senses(document: Document, known: KnownNames) -> Mapping[str, Kind]:
    """The kind of each name's text in a report."""
    votes: dict[str, Votes] = {name.text: defaultdict(float) for name in document.names}
    for name, counts in votes.items():
        add(counts, votes_by_form(name, known))
    for sentence in document.sentences:
        for i, token in enumerate(sentence.tokens):
            if token.name:
                add(votes[token.text], votes_by_use(sentence, i))
    share_between_forms(votes)
    share_in_lists(document, votes)
    if document.dateline:
        add(votes.setdefault(document.dateline.city, defaultdict(float)), [(Kind.CITY, 2)])
    return {name: decide(name, counts) for name, counts in votes.items()}


def add(counts: Votes, votes: Iterable[Vote]) -> None:
    """Count votes."""
    for kind, weight in votes:
        counts[kind] += weight


def decide(name: str, votes: Votes) -> Kind:
    """The kind with most votes; a name nothing is known of is a person if it has two words."""
    best = max(votes.items(), key=lambda item: (item[1], item[0]), default=(Kind.OTHER, 0))
    if best[1] <= 0:
        return Kind.PERSON if " " in name else Kind.OTHER
    return best[0]


def votes_by_form(name: str, known: KnownNames) -> Iterator[Vote]:
    """What a name says by itself: its words, and what lists know of it."""
    parts = name.split()
    competitions, places = table("nouns", "competitions"), table("nouns", "places")
    if parts[0] in competitions["stages"] and len(parts) == 2:
        yield Kind.STAGE, 9
    if any(part in competitions["words"] for part in parts):
        yield Kind.COMPETITION, 6
    if len(parts) > 1 and (parts[-1] in places["ground"] or parts[0] in places["ground_first"]):
        yield Kind.VENUE, 6
    if len(parts) > 1 and parts[-1] in places["ground_or_surname"]:
        yield Kind.VENUE, 2
    yield club_or_person(parts)
    yield from votes_by_lists(name, known)


def club_or_person(parts: Sequence[str]) -> Vote:
    """Whether the words of a name are rather a club's or a person's."""
    clubs = table("nouns", "clubs")
    if parts[0] in clubs["affixes"] or parts[-1] in clubs["affixes"] | clubs["last"]:
        return Kind.TEAM, 4
    if len(parts) == 1:
        return Kind.PERSON, 0
    return (Kind.TEAM, 3) if parts[0] in clubs["first"] else (Kind.PERSON, 3)


def votes_by_lists(name: str, known: KnownNames) -> Iterator[Vote]:
    """What the lists of known clubs, countries and grounds say of a name."""
    if known.clubs_called(name):
        yield Kind.TEAM, 4 if known.club(name) and " " in name else 3
    if known.is_country(name):
        yield Kind.TEAM, 1
        yield Kind.CITY, 1
    if known.is_ground(name):
        yield Kind.VENUE, 3


@cache
def roles() -> frozenset[str]:
    """The nouns that say what a person is: "striker", "captain", "boss"."""
    return frozenset().union(*table("nouns", "roles").values(), *table("nouns", "people").values())


def votes_by_use(sentence: Sentence, i: int) -> Iterator[Vote]:
    """What one use of a name says: the words beside it, and its place in the clause."""
    tokens = sentence.tokens
    before = [t.lower for t in tokens[max(0, i - 3) : i]]
    after = [t.lower for t in tokens[i + 1 : i + 4]]
    last, following = (before[-1] if before else ""), (after[0] if after else "")
    beside = {last, following}
    yield from votes_by_noun_before(before)
    if following in POSSESSIVE:
        yield from votes_by_possession(after[1:], [t.lower for t in tokens[i + 2 : i + 8]])
    else:
        yield from votes_by_noun_behind(after)
    if following == ",":
        yield from votes_by_apposition(after[1] if len(after) > 1 else "")
    if any(SCORE.fullmatch(word) for word in beside) or beside & words("results", "versus"):
        yield Kind.TEAM, 3
    if following == "of" and i + 2 < len(tokens) and tokens[i + 2].name:
        yield Kind.PERSON, 2
    if before[-2:] != ["action", "against"]:
        yield from votes_by_preposition(before, [t.lower for t in tokens[max(0, i - 8) : i]])
    yield from votes_by_clause(sentence, i)
    is_plural = tokens[i].text.endswith("s") and " " not in tokens[i].text
    if is_plural and last == "the" and before[-2:-1] != ["in"]:
        yield Kind.TEAM, 2


def votes_by_noun_before(before: Sequence[str]) -> Iterator[Vote]:
    """What a noun before a name says: "striker X" is a person, "champions X" a team."""
    last = before[-1] if before else ""
    if last in roles() or " ".join(before[-2:]) in roles():
        yield Kind.PERSON, 3
    elif last in table("nouns", "teams")["any"] - {"men"}:
        yield Kind.TEAM, 3


def votes_by_noun_behind(after: Sequence[str]) -> Iterator[Vote]:
    """What a noun behind a name says: "X goalkeeper" and "X fans" make it a team."""
    following = after[0] if after else ""
    owned = table("nouns", "teams")["possessions"]
    if following in roles() | owned or " ".join(after[:2]) in roles():
        yield Kind.TEAM, 2


def votes_by_apposition(word: str) -> Iterator[Vote]:
    """What a comma leads to: "X, which" is a team, "X, who" and "X, 27," a person."""
    if word == "which":
        yield Kind.TEAM, 2
    elif word == "who":
        yield Kind.PERSON, 1
    elif AGE.fullmatch(word):
        yield Kind.PERSON, 2


def votes_by_possession(after: Sequence[str], phrase: Sequence[str]) -> Iterator[Vote]:
    """What a name owns: "X's header" is a player's, "X's win" a team's, "X's men" a manager's."""
    teams, beside = table("nouns", "teams"), set(after[:2])
    if beside & teams["of_manager"]:
        yield Kind.PERSON, 2
    elif beside & teams["possessions"]:
        yield Kind.TEAM, 1
    elif table("nouns", "actions")["of_player"].intersection(phrase):
        yield Kind.PERSON, 1


def votes_by_preposition(before: Sequence[str], window: Sequence[str]) -> Iterator[Vote]:
    """What a preposition says: "a 1-0 win over X", "at X", "in X", "for X"."""
    last = before[-1] if before else ""
    if last == "the" and len(before) > 1:
        last = before[-2]
    if last in words("results", "before_opponent") and ends_in_result(window, last):
        yield Kind.TEAM, 3
    elif last in ("against", "face", "host"):
        yield Kind.TEAM, 2
    elif last == "at":
        yield Kind.VENUE, 2
        if len(before) > 1 and SCORE.fullmatch(before[-2]):  # "lost 1-0 at Hallvik"
            yield Kind.TEAM, 2.5
    elif last == "in":
        yield Kind.CITY, 2
    elif last == "by" and words("results", "before_by").intersection(window[-5:]):
        yield Kind.TEAM, 2.5
    elif last in ("by", "from", "through"):
        yield Kind.PERSON, 0.5
    elif last == "for":
        yield Kind.TEAM, 0.5


def ends_in_result(window: Sequence[str], preposition: str) -> bool:
    """Whether the last words of a clause tell a score or a result; with "with", that of a draw."""
    parted = max((i for i, word in enumerate(window, 1) if word in {",", ";", "and"}), default=0)
    results = words("results", "nouns") | words("results", "verb_forms")
    if preposition == "with":
        results = words("results", "draws")
    return any(word in results or SCORE.fullmatch(word) for word in window[parted:][-5:])


def votes_by_clause(sentence: Sentence, i: int) -> Iterator[Vote]:
    """What the verb says of its subject and its object."""
    token = sentence.tokens[i]
    verb = sentence.tokens[token.head].lemma
    subjects = table("verbs", "subjects")
    if token.relation == "nsubj":
        if verb in subjects["team"]:
            yield Kind.TEAM, 1.5
        if verb in subjects["person"]:
            yield Kind.PERSON, 1.5
    elif token.relation in ("obj", "nsubj:pass"):
        beaten = verb == "beat" and following_word(sentence, i) in ("from", "with")
        if verb in subjects["team_object"] and not beaten:  # "beat Hansen from close range"
            yield Kind.TEAM, 2
        if verb in subjects["person_object"]:
            yield Kind.PERSON, 2


def following_word(sentence: Sentence, i: int) -> str:
    """The word behind a name, in lower case."""
    return sentence.tokens[i + 1].lower if i + 1 < len(sentence.tokens) else ""


def share_between_forms(votes: dict[str, Votes]) -> None:
    """A surname and the full name it ends are one person; "City" and "Manchester City" one team."""
    for name in sorted(votes):
        longer = [
            other for other in votes if other != name and set(name.split()) < set(other.split())
        ]
        for other in longer:
            if other.endswith(f" {name}"):
                votes[name][Kind.PERSON] += min(2, votes[other].get(Kind.PERSON, 0))
            if other.split()[0] == name or len(longer) == 1:
                votes[name][Kind.TEAM] += min(2, votes[other].get(Kind.TEAM, 0))


def share_in_lists(document: Document, votes: dict[str, Votes]) -> None:
    """Names in one list are of one kind: "Arsenal and Liverpool"."""
    settled = {name: decide(name, counts) for name, counts in votes.items() if counts}
    for sentence in document.sentences:
        for token in sentence.tokens:
            head = sentence.tokens[token.head]
            if (
                token.name
                and head.name
                and token.relation == "conj"
                and token.index - head.index < 8
            ):
                for one, other in ((token, head), (head, token)):
                    if other.text in settled and max(votes[one.text].values(), default=0) < 3:
                        votes[one.text][settled[other.text]] += 1
