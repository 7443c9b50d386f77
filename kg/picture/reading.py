"""Read the story of a match out of the network."""

import difflib
from datetime import date

import networkx as nx

from kg.errors import InputError
from kg.picture.events import in_time, number, read_event
from kg.picture.projection import reading_order, sources, targets
from kg.picture.story import Story, Team

# Where the two teams stand: relation and score of the left one, then of the right one.
SIDES = (
    (("homeTeam", "homeScore"), ("awayTeam", "awayScore")),
    (("firstTeam", "firstScore"), ("secondTeam", "secondScore")),
)
TEAMS = frozenset({"Team", "NationalTeam"})
UNTOLD = "opponent not told"


def matches(network: nx.MultiDiGraph) -> tuple[str, ...]:
    """The matches of a network, in reading order."""
    found = (node for node, kind in network.nodes(data="kind") if kind == "Match")
    return tuple(sorted(found, key=reading_order))


def busiest_match(network: nx.MultiDiGraph) -> str | None:
    """The match with the most events, the first in reading order among equals; None without any."""
    counted = {match: len(sources(network, match, "inMatch")) for match in matches(network)}
    busiest = max(counted, key=counted.__getitem__, default=None)
    return busiest if busiest is not None and counted[busiest] else None


def find_match(network: nx.MultiDiGraph, wanted: str) -> str:
    """The match that an IRI, the end of an IRI, or a label names; InputError if none does."""
    labels = {match: str(network.nodes[match]["label"]) for match in matches(network)}
    for match, label in labels.items():
        if wanted == match or match.endswith("/" + wanted) or wanted.casefold() == label.casefold():
            return match
    known = [name for match, label in labels.items() for name in (match.rsplit("/", 1)[-1], label)]
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.6)
    remedy = f'did you mean "{near[0]}"?' if near else "kg query matches lists them"
    raise InputError(wanted, "the graph has no such match", remedy)


def teams_without_match(network: nx.MultiDiGraph) -> tuple[str, ...]:
    """The names of the teams that no match of the network is contested by, sorted."""
    teams = (node for node, kind in network.nodes(data="kind") if kind in TEAMS)
    lone = (node for node in teams if not sources(network, node, "contestedBy"))
    return tuple(sorted(str(network.nodes[node]["label"]) for node in lone))


def read_story(network: nx.MultiDiGraph, match: str) -> Story:
    """The story of one match of a network."""
    told = network.nodes[match]
    left, right, home_known = _teams(network, match)
    events = (
        read_event(network, node, left.node, right.node)
        for node in sources(network, match, "inMatch")
    )
    half = (number(told.get("halfTimeHomeScore")), number(told.get("halfTimeAwayScore")))
    stage = _name(network, match, "inStage")
    competition = _name(network, match, "inCompetition")
    if not competition:
        stages = targets(network, match, "inStage")
        competition = _name(network, stages[0], "stageOf") if stages else ""
    return Story(
        node=match,
        left=left,
        right=right,
        home_known=home_known,
        status=str(told.get("status", "")),
        outcome=_outcome(network, match),
        half_time=None if half[0] is None or half[1] is None else (half[0], half[1]),
        date=_date(str(told.get("matchDate", ""))),
        competition=competition,
        stage=stage,
        venue=_name(network, match, "playedAt"),
        city=_name(network, match, "inCity"),
        attendance=number(told.get("attendance")),
        referee=_name(network, match, "referee"),
        events=tuple(sorted(events, key=in_time)),
    )


def _teams(network: nx.MultiDiGraph, match: str) -> tuple[Team, Team, bool]:
    """Left, right, and whether the left one is known to be at home."""
    contested = targets(network, match, "contestedBy")
    for (left, left_score), (right, right_score) in SIDES:
        lefts, rights = targets(network, match, left), targets(network, match, right)
        if lefts or rights:
            rest = [node for node in contested if node not in (*lefts, *rights)] or [""]
            told = network.nodes[match]
            return (
                _team(network, (*lefts, *rest)[0], told.get(left_score)),
                _team(network, (*rights, *rest)[0], told.get(right_score)),
                left == "homeTeam",
            )
    first, second = (*contested, "", "")[:2]
    return _team(network, first, None), _team(network, second, None), False


def _team(network: nx.MultiDiGraph, node: str, score: object) -> Team:
    return Team(node, str(network.nodes[node]["label"]) if node else UNTOLD, number(score))


def _outcome(network: nx.MultiDiGraph, match: str) -> str:
    winner = _name(network, match, "winner")
    drawn = network.nodes[match].get("drawn") is True
    return f"{winner} won" if winner else "a draw" if drawn else ""


def _name(network: nx.MultiDiGraph, node: str, relation: str) -> str:
    return " and ".join(
        str(network.nodes[end]["label"]) for end in targets(network, node, relation)
    )


def _date(iso: str) -> str:
    """A date in words, "1 December 2020"; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%B %Y}"
