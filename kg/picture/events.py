"""Read one event of a match out of the network: for which side it is, when, and who took part."""

import networkx as nx

from kg.picture.projection import reading_order, targets
from kg.picture.story import Event, Part, Side

# The relations from an event to its players, and what each is called in the picture.
PARTS = (
    ("scoredBy", "scorer"),
    ("takenBy", "taker"),
    ("by", "by"),
    ("shownTo", "shown to"),
    ("assistedBy", "assist"),
    ("playerOn", "on"),
    ("playerOff", "off"),
    ("savedBy", "save"),
)
# Words of the vocabulary that read better without the underscore.
METHODS = {"free_kick": "free kick", "overhead": "overhead kick"}


def read_event(network: nx.MultiDiGraph, node: str, left: str, right: str) -> Event:
    """One event of a match between two teams, with who took part in it."""
    told = network.nodes[node]
    side = side_of(network, node, left, right)
    about = told.get("aboutMinute")
    method = str(told.get("method", ""))
    return Event(
        node=node,
        kind=str(told["kind"]),
        side=side,
        minute=number(told.get("atMinute", about)),
        added=number(told.get("addedMinute")) or 0,
        about="atMinute" not in told and about is not None,
        method=METHODS.get(method, method),
        parts=tuple(
            to_part(network, player, role, side if gains(network, node, relation) else side.other)
            for relation, role in PARTS
            for player in targets(network, node, relation)
        ),
    )


def side_of(network: nx.MultiDiGraph, node: str, left: str, right: str) -> Side:
    """The side that an event is for; where that is not told, its first player's team tells."""
    side = side_among(targets(network, node, "forTeam"), left, right)
    if side:
        return side
    for relation, _ in PARTS:
        for player in targets(network, node, relation):
            own = side_among(targets(network, player, "playsFor"), left, right)
            return own if gains(network, node, relation) else own.other
    return Side.UNTOLD


def gains(network: nx.MultiDiGraph, node: str, relation: str) -> bool:
    """Whether the player of this relation belongs to the side that gains the event."""
    own_goal = network.nodes[node]["kind"] == "OwnGoal" and relation == "scoredBy"
    return relation != "savedBy" and not own_goal


def to_part(network: nx.MultiDiGraph, player: str, role: str, side: Side) -> Part:
    """What one player did in an event."""
    return Part(role, player, str(network.nodes[player]["label"]), side)


def side_among(teams: tuple[str, ...], left: str, right: str) -> Side:
    """The side that one of these teams is, if one of them is."""
    if left and left in teams:
        return Side.LEFT
    return Side.RIGHT if right and right in teams else Side.UNTOLD


def in_time(event: Event) -> tuple[bool, int, int, tuple[tuple[int, str], ...]]:
    """The place of an event in its match: by minute, those without one last."""
    untold = event.minute is None
    return untold, event.minute or 0, event.added, reading_order(event.node)


def number(value: object) -> int | None:
    """A value of the graph, if it is a number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
