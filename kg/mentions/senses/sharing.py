"""What names lend each other of their votes: forms of one name, and names in one list.

"Kaba" and "Idris Kaba" name one person, and of "Hallvik and Brevik" either tells what the other is.
"""

from collections.abc import Iterator

from kg.language import Document, Sentence, Token
from kg.mentions.senses.voting import PLAYERS, Votes, decide
from kg.names.forms import plain

SHARED = 0.5  # the part of its votes that a name lends to a longer or shorter form of it
AS_SURNAME = 0.8  # ... and that a full name lends to the surname it ends in
MOST_SHARED = 4.0
LISTED = 1.0  # what names in one list lend each other
UNSURE = 3.0  # a name with fewer votes borrows from its list
REACH = 8  # words between two names of one list


def share_between_forms(votes: dict[str, Votes]) -> None:
    """A surname and the full name it ends are one person; "City" and "Brevik City" one team.

    So are the given name that a full name opens with, and this name.
    """
    own = {name: dict(counts) for name, counts in votes.items()}
    written = {name: plain(name) for name in votes}
    parts = {name: frozenset(form.split()) for name, form in written.items()}
    for name in sorted(votes):
        longer = [n for n in votes if parts[name] < parts[n]]
        endings = f" {written[name]}", f"-{written[name]}"
        by_surname = [n for n in longer if written[n].endswith(endings)]
        by_club = [n for n in longer if n.split()[0] == name or len(longer) == 1]
        by_given = [n for n in longer if written[n].startswith(f"{written[name]} ")]
        ways = (by_surname or by_given, AS_SURNAME), (by_club, SHARED)
        for kind, (forms, part) in zip(PLAYERS, ways, strict=True):
            lent = max((own[n].get(kind, 0) for n in forms if decide(own[n]) is kind), default=0)
            votes[name][kind] += min(MOST_SHARED, lent * part)
            if len(forms) == 1 and decide(own[name]) is kind:
                votes[forms[0]][kind] += min(MOST_SHARED, own[name].get(kind, 0) * SHARED)


def share_in_lists(document: Document, votes: dict[str, Votes]) -> None:
    """Names in one list are of one kind: "Hallvik and Brevik"."""
    settled = {name: decide(counts) for name, counts in votes.items()}
    pairs = [pair for sentence in document.sentences for pair in listed_together(sentence)]
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            if max(votes[one.text].values(), default=0) < UNSURE:
                votes[one.text][settled[other.text]] += LISTED


def listed_together(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """The names that stand in one list: as the parse joins them, and as "and" stands between."""
    for token in sentence.tokens:
        head = sentence.tokens[token.head]
        is_near = token.index - head.index < REACH
        if token.name and head.name and token.relation == "conj" and is_near:
            yield token, head
        if token.name and (before := listed_before(sentence, token.index)):
            yield token, before


def listed_before(sentence: Sentence, i: int) -> Token | None:
    """The name that stands before another in one list: "Hallvik and Brevik"."""
    tokens = sentence.tokens
    links = 2 if i > 1 and tokens[i - 1].lower == "and" and tokens[i - 2].text == "," else 1
    before = tokens[i - 1 - links] if i > links else None
    joins = i > 1 and tokens[i - 1].lower in ("and", "&", "or")
    return before if joins and before and before.name else None
