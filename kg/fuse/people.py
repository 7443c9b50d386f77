"""Who is one person among all whom the reports of a match name: within a team, by name.

"Bellini" is Marco Bellini if one report of the match names him so and no other Bellini plays for
the team, also where that report does not say for whom he plays; "Mkhitarian" is Mkhitaryan; "M.
Bellini" is Marco. Nobody is ever looked for in the other team, nor are two people one whom a single
report tells apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from kg.facts.goal import OWN_GOAL, Goal
from kg.fuse.identity import MANAGER, PLAYER, Identity, Named, slug
from kg.mentions import Entity, Kind
from kg.reconcile import Reading

Reports = Mapping[str, frozenset[str]]  # the reports that use each name
Used = defaultdict[tuple[str, str], defaultdict[str, set[str]]]  # of each team, as what they are in
SLIP_FROM = 5  # letters: shorter words that differ are different names
LONG = 9  # letters: words as long as this may differ by two


def full_names(readings: Sequence[Reading], identity: Identity) -> dict[Named, str]:
    """For each name that the reports of one match use of somebody, the fullest one of him."""
    used: Used = defaultdict(lambda: defaultdict(set))
    for reading in readings:
        for segment, person, team in people(reading):
            used[segment, identity.team_key(team)][person.name].add(reading.report.id)
    take_in(strays(readings), used)
    found: dict[Named, str] = {}
    for (segment, key), names in used.items():
        reports = {name: frozenset(those) for name, those in names.items()}
        for name, best in unite(reports).items():
            if name != best:
                found |= {Named(r, segment, slug(name), key): best for r in reports[name]}
    return found


def strays(readings: Sequence[Reading]) -> dict[str, set[str]]:
    """Who is named in full by reports that leave open for whom he plays, and by which."""
    placed = {person.name for reading in readings for _, person, _ in people(reading)}
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for one in reading.named:
            if one.kind is Kind.PERSON and is_whole(one.name) and one.name not in placed:
                found[one.name].add(reading.report.id)
    return found


def take_in(strays: Mapping[str, set[str]], used: Used) -> None:
    """Add each stray to the one team where others call somebody by the end of his name."""
    for full, reports in sorted(strays.items()):
        fitting = {
            place
            for place, names in used.items()
            for name, those in names.items()
            if not is_whole(name) and is_short_of(name, full) and not those & reports
        }
        if len(fitting) == 1:
            used[fitting.pop()][full] |= reports


def people(reading: Reading) -> Iterator[tuple[str, Entity, Entity]]:
    """The people of a report: as what, who, and of which team."""
    yield from ((PLAYER, player, team) for player, team in players(reading))
    yield from ((MANAGER, manager.person, manager.team) for manager in reading.managements)


def players(reading: Reading) -> Iterator[tuple[Entity, Entity]]:
    """The players of a report, each with the team it says he is of, or else has him score for."""
    yield from ((member.player, member.team) for member in reading.memberships)
    told = {member.player for member in reading.memberships}
    for event in reading.events:
        if isinstance(event, Goal) and event.team and event.kind != OWN_GOAL:
            those = (event.scorer, event.assist)
            yield from ((one, event.team) for one in those if one and one not in told)


def teams_of(readings: Iterable[Reading]) -> dict[tuple[str, Entity], Entity]:
    """The team of each player, by report."""
    return {(r.report.id, player): team for r in readings for player, team in players(r)}


def unite(reports: Reports) -> dict[str, str]:
    """The best name of whom each name of one team stands for; one that fits two stays as it is."""
    ranked = sorted(reports, key=lambda n: (-len(reports[n]), -len(n), min(reports[n]), n))
    whole = [name for name in ranked if is_whole(name)]
    best = dict(lead(whole, reports))
    leaders = sorted(set(best.values()))
    left = []
    for name in (n for n in ranked if not is_whole(n)):
        apart = [full for full in leaders if not reports[name] & reports[full]]
        fitting = [full for full in apart if is_short_of(name, full)] or [
            full for full in apart if is_near(name, full.split()[-1])
        ]
        if len(fitting) == 1:
            best[name] = fitting[0]
        else:
            left.append(name)
    return best | dict(lead(left, reports))


def lead(ranked: Iterable[str], reports: Reports) -> Iterator[tuple[str, str]]:
    """Each name with the one of the same person that most reports use."""
    leaders: list[str] = []
    for name in ranked:
        same = (o for o in leaders if is_near(name, o) and not reports[name] & reports[o])
        leader = next(same, name)
        if leader == name:
            leaders.append(name)
        yield name, leader


def is_whole(name: str) -> bool:
    """Whether a name has a given name and a surname, and no mere initial."""
    words = slug(name).split("-")
    return " " in name and len(words[0]) > 1


def is_short_of(short: str, full: str) -> bool:
    """Whether a name is the end of a full one, or the end of it behind its initial."""
    words, all_words = slug(short).split("-"), slug(full).split("-")
    if len(words) > 1 and len(words[0]) == 1:
        return all_words[0][0] == words[0] and is_end(words[1:], all_words[1:])
    return is_end(words, all_words[1:])


def is_end(words: list[str], all_words: list[str]) -> bool:
    """Whether words are the last of some others."""
    return bool(words) and all_words[-len(words) :] == words


def is_near(one: str, other: str) -> bool:
    """Whether two names are of the same words, some spelt another way, or in another order."""
    words, others = slug(one).split("-"), slug(other).split("-")
    if sorted(words) == sorted(others):
        return True
    return len(words) == len(others) and all(
        is_spelt_like(word, other) for word, other in zip(words, others, strict=True)
    )


def is_spelt_like(word: str, other: str) -> bool:
    """Whether two words are one as two writers spell it: "Mkhitaryan" and "Mkhitarian"."""
    if word == other:
        return True
    shorter = min(len(word), len(other))
    if shorter < SLIP_FROM or word[0] != other[0]:
        return False
    return DamerauLevenshtein.distance(word, other) <= (2 if shorter >= LONG else 1)
