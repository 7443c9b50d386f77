"""Reports that belong together, read as one text: what each says in the light of the others.

A report that leaves open how its match ended has to guess which side is which, or shows no match at
all; with the report it goes with (its ally) before it, it is as clear as the second half of a long
report. So an ally and the reports that go with it are read once more, as one text, and each of them
says what that reading finds in its sentences. Where the one text is no report of the ally's match,
each stands as it was.
"""

from bisect import bisect
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.facts.base import Evidence, Fact, Rejected
from kg.facts.match import MatchFact
from kg.fuse.accounts import accounts, to_telling
from kg.fuse.allies import Ally
from kg.fuse.identity import Identity
from kg.fuse.kinship import are_alike, name_of
from kg.fuse.telling import Telling, agreement
from kg.reconcile import Reading
from kg.report import Report

MOST = 5  # reports that are read as one
GAP = "\n\n"  # between two reports: the end of a paragraph
Read = Callable[[Report], Reading]
Pair = tuple[str, str]  # of sides, in the order of their names
AnyFact = TypeVar("AnyFact", bound=Fact)


@dataclass(frozen=True)
class Story:
    """A report that leads, as a telling, and the open reports that go with it, in their order.

    Whether they belong together, only the one text can tell, if that is `in_doubt`.
    """

    lead: Telling
    readings: tuple[Reading, ...]
    in_doubt: bool = False

    @property
    def text(self) -> Report:
        """The reports as one."""
        texts = GAP.join(reading.report.text for reading in self.readings)
        days = (reading.report.date for reading in self.readings)
        day = self.lead.reported or next(filter(None, days), None)
        return Report(self.lead.report, texts, self.readings[0].report.source, day)

    @property
    def starts(self) -> list[int]:
        """Where each report starts in the one text."""
        starts = [0]
        for reading in self.readings[:-1]:
            starts.append(starts[-1] + len(reading.report.text) + len(GAP))
        return starts

    def place(self, said: Evidence) -> Evidence:
        """A sentence of the one text as one of the report it stands in."""
        starts = self.starts
        at = bisect(starts, said.start) - 1
        report, start = self.readings[at].report.id, starts[at]
        return Evidence(report, said.start - start, said.end - start, said.quote)


def read_together(
    readings: Sequence[Reading], allies: Mapping[str, Ally], read: Read, identity: Identity
) -> dict[str, Reading]:
    """What each report says that belongs with others, as far as the one text is of their match."""
    found: dict[str, Reading] = {}
    for story in stories(readings, allies):
        whole = read(story.text)
        if is_of_match(whole, story, identity):
            found |= {r.report.id: part_of(whole, r, story, identity) for r in story.readings}
    return found


def stories(readings: Iterable[Reading], allies: Mapping[str, Ally]) -> Iterator[Story]:
    """The reports that are read as one: those that tell the result first, then the shorter ones."""
    of_report = {reading.report.id: reading for reading in readings}
    following = {n for n, ally in allies.items() if ally.in_doubt or leaves_open(of_report[n])}

    def in_order(reading: Reading) -> tuple[bool, int, str]:
        name = reading.report.id
        return name in following or leaves_open(reading), len(reading.report.text), name

    leads = {name: allies[name].telling for name in allies if name in following}
    for first, lead in sorted({lead.report: lead for lead in leads.values()}.items()):
        those = [of_report[name] for name in leads if leads[name].report == first]
        some = sorted(those, key=in_order)[: MOST - 1]
        in_doubt = any(allies[reading.report.id].in_doubt for reading in some)
        yield Story(lead, tuple(sorted([of_report[first], *some], key=in_order)), in_doubt)


def leaves_open(reading: Reading) -> bool:
    """Whether no words of a report tell how its match ended, or it shows none."""
    main = reading.main
    return main is None or main.leaves_open


def is_of_match(whole: Reading, story: Story, identity: Identity) -> bool:
    """Whether several reports read as one are about the match of the first, with its result.

    The one text may have a fuller name for a side. Where the first is open itself, the match may be
    one of other sides: all the reports name one of them, and some the other; all of them both, and
    the one text tells the result, if it is in doubt that they belong together.
    """
    if whole.main is None:
        return False
    told, lead = to_telling(whole, whole.main, identity), story.lead
    if are_alike(told, lead):
        return agreement(told, lead) >= agreement(lead, lead)
    mains = [t for r in story.readings for t in accounts(r, identity) if t.match.main]
    naming = [sum(name_of(side, main, told) > 0 for main in mains) for side in told.sides]
    if not (lead.is_vague and told.is_whole):
        return False
    if story.in_doubt:
        return not told.is_vague and min(naming) == len(mains)
    return min(naming) > 0 and max(naming) == len(mains)


def part_of(whole: Reading, own: Reading, story: Story, identity: Identity) -> Reading:
    """What one report says of all that several say as one.

    A fact keeps its sentences in the others: what stands in those alone is not told of this report.
    """
    name = own.report.id

    def placed(said: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """Sentences where they stand, its own first."""
        return tuple(sorted(map(story.place, said), key=lambda sentence: sentence.report != name))

    def teller(fact: Fact) -> str:
        """Who tells a fact; what stands in no sentence goes with the first report."""
        first = fact.evidence[0].report if fact.evidence else ""
        return first or story.readings[0].report.id

    def moved(fact: AnyFact) -> AnyFact:
        sources = {field: placed(said) for field, said in fact.sources.items()}
        return replace(fact, evidence=placed(fact.evidence), sources=sources)

    def told(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
        return tuple(f for f in map(moved, facts) if teller(f) == name)

    def left_out(one: Rejected) -> Rejected:
        event = one.event and moved(one.event)
        return replace(one, evidence=story.place(one.evidence), event=event)

    main = (moved(whole.main),) if whole.main else ()
    pairs = {story.lead.pair, *(to_telling(own, match, identity).pair for match in main)}
    others = (match for match in whole.matches if not match.main)
    unused = map(left_out, whole.unused)
    return replace(
        own,
        matches=(*main, *of_others(tuple(told(others)), own, pairs, identity)),
        events=told(whole.events),
        memberships=told(whole.memberships),
        line_ups=told(whole.line_ups),
        positions=told(whole.positions),
        managements=told(whole.managements),
        standings=told(whole.standings),
        unused=tuple(one for one in unused if one.evidence.report == name),
    )


def of_others(
    matches: Sequence[MatchFact], own: Reading, pairs: Container[Pair], identity: Identity
) -> Iterator[MatchFact]:
    """The other matches that a report tells of: as the one text has them, or else as it did.

    What it took for another match may be the one the text is about, by its `pairs` of sides.
    """
    yield from matches
    said = {sentence for match in matches for sentence in match.evidence}
    is_other = own.main is None or to_telling(own, own.main, identity).pair not in pairs
    for match in own.matches:
        is_main = is_other and to_telling(own, match, identity).pair in pairs
        if not (match.main or is_main or said.intersection(match.evidence)):
            yield match
