"""What bears on a report: found by the keys that tellings share (`kg.fuse.links`), and no more.

Tellings are followed, not reports: one that recalls this match brings in what is told of this
match, not of its own. What only tells how an open report stands, those it could go with besides
the one in question, is not followed further: so a busy day is not drawn in as a whole.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from kg.fuse.accounts import accounts
from kg.fuse.allies import find_allies
from kg.fuse.identity import Identity
from kg.fuse.links import asked, followers, held, keys_of_pair, leads
from kg.fuse.telling import Telling
from kg.reconcile import Reading

Lookup = Callable[[Collection[str]], Mapping[str, Iterable[Reading]]]


class Role(Enum):
    """Why a telling is followed: it is of the match, could go with it, or lead one that could."""

    OF_MATCH = auto()
    OPEN = auto()
    LEAD = auto()


def neighbours(reading: Reading, identity: Identity, linked: Lookup) -> tuple[Reading, ...]:
    """A report with all that bear on what its graphs say, ordered by their ids.

    `linked` gives, for some keys, the readings that have each of them among their `links`.
    """
    around = _Around(identity, linked, {reading.report.id: reading})
    ahead = list(accounts(reading, identity))
    while ahead:
        around.follow((telling, Role.OF_MATCH) for telling in ahead)
        ahead = list(around.gone_with())
    return tuple(around.found[name] for name in sorted(around.found))


@dataclass
class _Around:
    """The surroundings of a report, as far as they are found."""

    identity: Identity
    linked: Lookup
    found: dict[str, Reading]
    told: dict[str, list[tuple[Telling, frozenset[str]]]] = field(default_factory=dict)
    seen: set[tuple[str, Role]] = field(default_factory=set)
    mains: set[str] = field(default_factory=set)  # reports about the match

    def follow(self, tellings: Iterable[tuple[Telling, Role]]) -> None:
        """Find what is told with the keys of some tellings, and with theirs."""
        ahead = list(tellings)
        while ahead:
            ahead += [
                (main, role) for telling, role in ahead for main in self.timing(telling, role)
            ]
            for telling, role in ahead:
                if role is Role.OF_MATCH and telling.match.main:
                    self.mains.add(telling.report)
            asking = {ask for telling, role in ahead for ask in asked_as(telling, role)} - self.seen
            self.seen |= asking
            holding = self.holding({key for key, _ in asking})
            ahead = [(other, role) for key, role in asking for other in holding.get(key, ())]

    def timing(self, telling: Telling, role: Role) -> Iterator[Telling]:
        """What the report of a telling is about, where it depends on that what it tells besides.

        So it does where that alone tells when its match is, and where the report is read anew with
        another that it goes with.
        """
        if role is not Role.OF_MATCH or telling.match.main or telling.report in self.mains:
            return
        mains = (t for t, _ in self.accounts_of(self.found[telling.report]) if t.match.main)
        is_beside = telling.is_timeless and bool(telling.beside)
        yield from (main for main in mains if is_beside or main.is_open)

    def holding(self, keys: Collection[str]) -> dict[str, list[Telling]]:
        """The tellings that hold each of some keys."""
        holding: dict[str, list[Telling]] = {}
        for key, readings in self.linked(keys).items():
            for reading in readings:
                for telling, held_keys in self.accounts_of(reading):
                    if key in held_keys:
                        holding.setdefault(key, []).append(telling)
        return holding

    def accounts_of(self, reading: Reading) -> list[tuple[Telling, frozenset[str]]]:
        """What a reading tells of matches, each with the keys it holds."""
        name = reading.report.id
        if name not in self.told:
            self.found[name] = reading
            self.told[name] = [(t, held(t)) for t in accounts(reading, self.identity)]
        return self.told[name]

    def gone_with(self) -> Iterator[Telling]:
        """The reports that those of the match go with, and that go with them, not followed so far.

        What goes with one has left the match that it would be of by itself.
        """
        mains = {
            name: telling
            for name in sorted(self.found)
            for telling in accounts(self.found[name], self.identity)
            if telling.match.main
        }
        for name, ally in sorted(find_allies([*mains.values()]).items()):
            both = {name, ally.telling.report}
            if both & self.mains:
                yield from (mains[one] for one in sorted(both - self.mains))
                self.mains |= both


def asked_as(telling: Telling, role: Role) -> Iterator[tuple[str, Role]]:
    """The keys that a telling asks for, by the role it has, and the role of those who hold them."""
    if role is Role.OF_MATCH:
        yield from ((key, Role.OF_MATCH) for key in sorted(asked(telling)))
        yield from ((key, Role.OPEN) for key in sorted(followers(telling)))
    if role is not Role.OF_MATCH and telling.is_whole:
        yield from ((key, Role.LEAD) for key in keys_of_pair(telling) if key.startswith("like/"))
    yield from ((key, Role.LEAD) for key in sorted(leads(telling)))
