"""What is compared: the tables of the gold, which are the named questions of the same names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Row = Mapping[str, str | None]  # what stands in each column; None where nothing is said
NODE = "node"  # the column that holds what a row of a graph is about: an IRI


@dataclass(frozen=True)
class Table:
    """How one table is compared.

    `key` identifies a row; `attributes` are scored one by one, `if_told` only where the gold fills
    them. The key of an `unordered` table fits either way round. `node` is the variable of the
    question that holds what a row is about; `terms` are the properties that say each column.
    """

    name: str
    key: tuple[str, ...]
    attributes: tuple[str, ...] = ()
    if_told: tuple[str, ...] = ()
    unordered: bool = False
    node: str = ""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def scored(self) -> tuple[str, ...]:
        """The columns that are scored beside the key."""
        return self.attributes + self.if_told


# The properties that say the columns of all events, of attempts at goal, of all matches.
EVENT = {"team": ("forTeam",), "minute": ("atMinute",)}
ATTEMPT = {**EVENT, "player": ("by",)}
MATCH = {
    "home": ("contestedBy",),
    "away": ("contestedBy",),
    "home_side": ("homeTeam", "firstTeam"),
    "date": ("matchDate",),
    "competition": ("inCompetition", "inStage"),
}

TABLES = (
    Table(
        "matches",
        ("home", "away"),
        (
            *("home_side", "score", "winner", "date", "competition", "stage", "venue", "city"),
            *("attendance", "referee"),
        ),
        unordered=True,
        node="match",
        terms={
            **MATCH,
            "score": ("homeScore", "firstScore"),
            "winner": ("winner", "drawn"),
            "stage": ("inStage",),
            "venue": ("playedAt",),
            "city": ("inCity",),
            "attendance": ("attendance",),
            "referee": ("referee",),
        },
    ),
    Table(
        "goals",
        ("scorer",),
        ("team", "minute", "assist", "kind"),
        ("method",),
        node="goal",
        terms={
            **EVENT,
            "scorer": ("scoredBy",),
            "assist": ("assistedBy",),
            "method": ("method",),
        },
    ),
    Table(
        "cards",
        ("player", "colour"),
        ("team", "minute"),
        node="card",
        terms={**EVENT, "player": ("shownTo",)},
    ),
    Table(
        "substitutions",
        ("on", "off"),
        ("team", "minute"),
        node="change",
        terms={**EVENT, "on": ("playerOn",), "off": ("playerOff",)},
    ),
    Table(
        "penalties",
        ("taker",),
        ("team", "outcome", "minute", "keeper"),
        node="kick",
        terms={**EVENT, "taker": ("takenBy", "scoredBy"), "keeper": ("savedBy", "facedBy")},
    ),
    Table("woodwork", ("player",), ("team", "minute"), node="attempt", terms=ATTEMPT),
    Table("disallowed", ("player",), ("team", "minute"), node="attempt", terms=ATTEMPT),
    Table("memberships", ("player", "team"), node="player_node", terms={"team": ("playsFor",)}),
    Table(
        "positions", ("player", "position"), node="player_node", terms={"position": ("position",)}
    ),
    Table("managers", ("person", "team"), node="person_node", terms={"team": ("manages",)}),
    Table(
        "standings",
        ("team",),
        ("rank", "points"),
        ("competition", "stage"),
        node="standing",
        terms={
            "team": ("standingOf",),
            "rank": ("rank",),
            "points": ("points",),
            "competition": ("standingIn",),
            "stage": ("standingIn",),
        },
    ),
    Table(
        "fixtures",
        ("home", "away"),
        ("home_side",),
        ("date", "competition"),
        unordered=True,
        node="match",
        terms=MATCH,
    ),
)
