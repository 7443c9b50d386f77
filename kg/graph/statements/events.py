"""What reports state of goals and other events, and what they say of some and do not mean."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from kg.facts.base import MatchEvent
from kg.fuse import Same
from kg.graph.nodes import Iri, Node, Nodes
from kg.graph.statements.statement import Speaker, Statement
from kg.mentions import Entity
from kg.reconcile import Reading
from kg.vocabulary import report_iri

CLOCK = frozenset({"atMinute", "addedMinute"})  # the properties that tell when, together


def state_event(same: Same[MatchEvent], nodes: Nodes) -> Iterator[Statement]:
    """What reports tell of one goal or other event."""
    match = Iri(same.iri.rsplit("/", 1)[0])
    is_timed = any(event.minute is not None for _, event in same.told)
    for report, event in same.told:
        nodes.note(same.iri, Node(report, event.classes, nodes.in_full(event, report).label))
        speaker = Speaker(report, same.iri, event, reason=same.reason)
        yield speaker.say("inMatch", match)
        told = replace(event, about=None) if is_timed else event
        clock = clock_of(event, [other for _, other in same.told])
        for statement in state_properties(speaker, told, nodes):
            is_clock = statement.term in CLOCK
            yield (
                replace(statement, contest=(same.iri, "clock", ""), stake=clock)
                if is_clock
                else statement
            )


def state_properties(speaker: Speaker, event: MatchEvent, nodes: Nodes) -> Iterator[Statement]:
    """The properties that an event declares, one statement for each that is told."""
    names = {f.name for f in fields(event)}
    for name, term in event.properties.items():
        value = getattr(event, name) if name in names else None
        if value is None or (name == "about" and event.minute is not None):
            continue
        if isinstance(value, Entity):
            value = nodes.entity(value, speaker.report)
        yield speaker.say(term, value, name)


def state_unused(reading: Reading, match: str | None, nodes: Nodes) -> Iterator[Statement]:
    """What a report says and does not mean, each by what tells most of it: who did it.

    `match` is the IRI of the match that the report is about, if it is about one.
    """
    report = reading.report.id
    place = match or str(report_iri(report))
    numbers: Counter[str] = Counter()
    for unused in reading.unused:
        event = unused.event
        if event is None:
            continue
        numbers[event.word] += 1
        iri = f"{place}/rejected-{event.word}-{numbers[event.word]}"
        terms = [event.properties[name] for name in event.actors] + ["forTeam"]
        said = {s.term: s for s in state_properties(Speaker(report, iri, event), event, nodes)}
        first = next((said[term] for term in terms if term in said), None)
        if first is not None:
            yield replace(first, evidence=(unused.evidence,), reason=str(unused.reason))


def clock_of(event: MatchEvent, tellings: Sequence[MatchEvent]) -> str:
    """When a report has an event: "45+2", also where another one alone tells what was added."""
    added = event.added or next((o.added for o in tellings if o.minute == event.minute), None)
    return f"{event.minute}+{added or 0}"
