"""Who speaks and is then called the boss of a team, as reports bring in managers at their end."""

from collections.abc import Iterator, Sequence

from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.managers.cues import Told

NEAR = 2  # sentences between his name and what he is called


def called_boss(mentions: Sequence[Mention], told: Told) -> Iterator[tuple[Entity, Entity]]:
    """Those who speak before they are called the boss of a team, each with the team.

    '"We dug in," said Sorensen. The Hallvik boss added: "It was hard."' Whom the report has spoken
    of long before is rather a player, and the boss is somebody whom it leaves unnamed.
    """
    people = [m for m in mentions if m.named and m.kind is Kind.PERSON and m.entity]
    first: dict[Entity | None, int] = {}
    for mention in people:
        first.setdefault(mention.entity, mention.sentence.number)
    for mention in mentions:
        team, number = mention.traits.team, mention.sentence.number
        if mention.traits.role != "manager" or mention.is_sure or team is None:
            continue
        before = [m for m in people if m.start < mention.start]
        if not before or mention.traits.former:
            continue
        person = before[-1].entity
        spoke = told.speakers.get(before[-1].sentence.number) == person
        if person and spoke and number - first[person] <= NEAR:
            yield person, team
