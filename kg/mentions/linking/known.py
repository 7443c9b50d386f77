"""What is known of the people and teams of a report while its mentions are linked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kg.lexicon import pattern, words
from kg.mentions.entities import Entity, Kind, Mention

SAVED = pattern("positions", "saved")


@dataclass(frozen=True)
class Sides:
    """The two teams of the report's match, who is at home, and who plays for whom.

    `managers` are all who manage some team, also where it is not clear which.
    """

    pair: tuple[Entity, ...] = ()
    home: Entity | None = None
    away: Entity | None = None
    team_of: Mapping[Entity, Entity] = field(default_factory=dict)
    manager_of: Mapping[Entity, Entity] = field(default_factory=dict)
    managers: frozenset[Entity] = frozenset()
    nicknamed: Mapping[str, Entity] = field(default_factory=dict)

    def other(self, team: Entity | None) -> Entity | None:
        """The opponent in the report's match."""
        if team is None or team not in self.pair:
            return None
        return next((side for side in self.pair if side != team), None)

    def on_ground(self, ground: str | None) -> Entity | None:
        """The side that plays at "home" or "away"."""
        return {"home": self.home, "away": self.away}.get(ground or "")


@dataclass(frozen=True)
class Known:
    """What the report has said of its people and teams, by entity.

    `aside` are those who neither play nor manage: who refereed, who is only remembered; `outfield`
    are told to shoot or head, as no goalkeeper does.
    """

    roles: Mapping[Entity, frozenset[str]]
    nations: Mapping[Entity, frozenset[str]]
    keepers: frozenset[Entity] = frozenset()
    outfield: frozenset[Entity] = frozenset()
    aside: frozenset[Entity] = frozenset()

    def without(self, roles: Mapping[Entity, str]) -> "Known":
        """The same, those of some roles set aside unless they manage a team."""
        aside = (person for person, role in roles.items() if role != "manager")
        return replace(self, aside=frozenset(aside))


def learn(mentions: Iterable[Mention], nations_of_teams: Mapping[Entity, str]) -> Known:
    """The roles and nationalities that named mentions tell."""
    roles: dict[Entity, set[str]] = {}
    nations: dict[Entity, set[str]] = {team: {nation} for team, nation in nations_of_teams.items()}
    named = [m for m in mentions if m.entity and m.is_sure]
    for mention in named:
        if mention.entity:
            if mention.traits.role:
                roles.setdefault(mention.entity, set()).add(mention.traits.role)
            if mention.traits.nationality:
                nations.setdefault(mention.entity, set()).add(mention.traits.nationality)
    return Known(
        {entity: frozenset(values) for entity, values in roles.items()},
        {entity: frozenset(values) for entity, values in nations.items()},
        frozenset(m.entity for m in named if m.kind is Kind.PERSON and m.entity and keeps_goal(m)),
        frozenset(m.entity for m in named if m.kind is Kind.PERSON and m.entity and finishes(m)),
    )


def keeps_goal(mention: Mention) -> bool:
    """Whether a person does what goalkeepers do, and so is no striker: "saved by Hansen"."""
    tokens = mention.sentence.tokens
    before = " ".join(t.text.lower() for t in tokens[max(0, mention.first - 4) : mention.first])
    after = [t.text.lower() for t in tokens[mention.last + 1 : mention.last + 4]]
    return bool(SAVED.search(before)) or any(
        word in words("positions", "saves") for word in after[:2]
    )


def finishes(mention: Mention) -> bool:
    """Whether a person does to a ball what strikers do: "Kaba headed in", "turned home by Kaba"."""
    verb = mention.sentence.tokens[mention.token.head]
    acts = mention.token.relation in ("nsubj", "obl:agent")
    return acts and verb.lower in words("positions", "shoots")
