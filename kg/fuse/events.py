"""Which goals, cards and other events that several reports tell of are the same."""

from collections.abc import Mapping, Sequence

from kg.facts.base import MatchEvent
from kg.fuse.people import teams_of
from kg.fuse.same import Same
from kg.identity import Identity
from kg.mentions import Entity
from kg.reconcile import Reading

NEAR = 2  # minutes by which two reports may differ on one goal
UNTOLD = 999
Told = list[tuple[str, MatchEvent]]
People = Mapping[tuple[str, Entity], str]
Event = Same[MatchEvent]


def fuse_events(match: str, readings: Sequence[Reading], identity: Identity) -> list[Event]:
    """The goals, cards and other events of one match, each once, in the order of the match."""
    told = [(r.report.id, event) for r in readings for event in r.events]
    people = actors(readings, identity)
    words = sorted({event.word for _, event in told})
    return [
        same
        for word in words
        for same in number(match, word, gather([t for t in told if t[1].word == word], people))
    ]


def actors(readings: Sequence[Reading], identity: Identity) -> People:
    """The IRI of each person of an event, by report and entity."""
    team_of = teams_of(readings)
    return {
        (r.report.id, person): identity.person(
            person, team_of.get((r.report.id, person)), r.report.id
        )
        for r in readings
        for event in r.events
        for name in (*event.actors, *event.opponents)
        if (person := getattr(event, name)) is not None
    }


def gather(told: Told, people: People) -> list[Told]:
    """The tellings of one event together; two of one report are two events."""
    groups: list[Told] = []
    for telling in sorted(told, key=lambda t: (t[1].minute is None, t[0])):
        home = next(
            (g for g in groups if all(same_event(telling, other, people) for other in g)), None
        )
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return groups


def same_event(
    telling: tuple[str, MatchEvent], other: tuple[str, MatchEvent], people: People
) -> bool:
    """Whether two reports tell of one goal, or of one shot against the post."""
    (report, one), (other_report, two) = telling, other
    if report == other_report or not one.is_like(two) or who(telling, people) != who(other, people):
        return False
    return one.minute is None or two.minute is None or abs(one.minute - two.minute) <= NEAR


def who(telling: tuple[str, MatchEvent], people: People) -> str:
    """The IRI of who did it."""
    report, event = telling
    return people[report, event.actor] if event.actor else ""


def number(match: str, word: str, groups: list[Told]) -> list[Event]:
    """Events as `MATCH/goal-1`, `MATCH/goal-2` ... by minute, then as the reports tell them."""

    def order(group: Told) -> tuple[int, int, int, str]:
        minutes = [e.minute or e.about or UNTOLD for _, e in group]
        added = [e.added or 0 for _, e in group]
        return min(minutes), min(added), min(e.evidence[0].start for _, e in group), group[0][0]

    return [
        Same(f"{match}/{word}-{n}", tuple(group))
        for n, group in enumerate(sorted(groups, key=order), 1)
    ]
