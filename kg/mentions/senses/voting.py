"""Count votes for what a name names: the kind with most of them."""

from collections.abc import Iterable, Iterator, Sequence

from kg.mentions.entities import Kind
from kg.mentions.senses.cues import Vote

Votes = dict[Kind, float]
PLAYERS = (Kind.PERSON, Kind.TEAM)


def add(counts: Votes, votes: Iterable[Vote]) -> None:
    """Count votes."""
    for kind, weight in votes:
        counts[kind] += weight


def counted(votes: Sequence[Vote]) -> Iterator[Vote]:
    """The votes that count: a weak one does so once, however often its cue is found."""
    yield from (vote for vote in votes if vote[1] >= 1)
    for kind in Kind:
        weak = [weight for voted, weight in votes if voted is kind and weight < 1]
        if weak:
            yield kind, max(weak)


def decide(votes: Votes) -> Kind:
    """The kind with most votes."""
    best = max(votes.items(), key=lambda item: (item[1], item[0]), default=(Kind.OTHER, 0.0))
    return best[0] if best[1] > 0 else Kind.OTHER
