"""What bears on reports that come to a store or leave it: looked up, never gone through."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.fuse import bearers, called, links, neighbours
from kg.fuse.identity import Identity
from kg.keeping import namesakes
from kg.keeping.contribution import Triples
from kg.keeping.kept import Kept, find, linked
from kg.keeping.namesakes import BEARS, CALLS, Namesakes
from kg.reconcile import Reading
from kg.store import Store


@dataclass
class Surroundings:
    """The readings of a store as they will be after a step, each read once, when it is needed."""

    store: Store
    identity: Identity
    coming: Mapping[str, Kept] = field(default_factory=dict)
    leaving: Collection[str] = ()
    staying_as_read: dict[str, Reading] = field(default_factory=dict)

    @cached_property
    def links(self) -> dict[str, frozenset[str]]:
        """The links of the reports that come."""
        return {name: links(k.reading, self.identity) for name, k in self.coming.items()}

    def staying(self, reports: Iterable[str]) -> list[Reading]:
        """The readings of those of some reports that are in the store and stay as they are."""
        names = [n for n in reports if n not in self.coming and n not in self.leaving]
        fresh = find(self.store, [name for name in names if name not in self.staying_as_read])
        self.staying_as_read |= {name: kept.reading for name, kept in fresh.items()}
        return [self.staying_as_read[name] for name in names]

    def linked(self, links: Collection[str]) -> dict[str, list[Reading]]:
        """The readings that have each of some links."""
        found: dict[str, list[Reading]] = {link: [] for link in links}
        there = sorted(linked(self.store, links))
        self.staying(sorted({report for _, report in there}))
        for link, report in there:
            found[link] += self.staying([report])
        for name, held in self.links.items():
            for link in held.intersection(links):
                found[link].append(self.coming[name].reading)
        return found

    def of(self, readings: Iterable[Reading]) -> dict[str, Reading]:
        """Some readings with all that bear on them, by report."""
        return {
            near.report.id: near
            for reading in readings
            for near in neighbours(reading, self.identity, self.linked)
        }

    def calling(self, names: frozenset[str]) -> list[Reading]:
        """The readings that call somebody by one of some names."""
        here = [k.reading for k in self.coming.values() if names & called(k.reading)]
        return here + self.staying(namesakes.having(self.store, CALLS, names))

    def weigh(self, before: Iterable[Reading], after: Iterable[Reading]) -> Namesakes:
        """What becomes of the names that two people bear, when some readings take others' place."""
        old, new = (
            {bearer for reading in those for bearer in bearers(reading, self.identity)}
            for those in (before, after)
        )
        keys = {namesakes.key(bearer) for bearer in old | new}
        near = self.staying(namesakes.having(self.store, BEARS, keys))
        others = {bearer for reading in near for bearer in bearers(reading, self.identity)}
        return namesakes.weigh(self.store, old, new, others)

    def kept(self, kept: Kept) -> Triples:
        """What is kept of a reading, but for whom it calls by name, and the marks of namesakes."""
        reading = kept.reading
        return kept.triples(links(reading, self.identity)) | namesakes.borne(reading, self.identity)
