"""Who belongs to which team as noun phrases say it: "Brevik goalkeeper Jonas Hansen"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.blocks import Kind as BlockKind
from kg.language import POSSESSIVE
from kg.lexicon import weights
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.known import Sides
from kg.names.known import KnownNames


@dataclass(frozen=True)
class Tie:
    """A phrase that ties a person to a team, trusted by its `weight`; `manages` marks the coach.

    `elsewhere` if other reports tie him to it, and no phrase of this one.
    """

    person: Entity
    team: Entity
    weight: float
    manages: bool
    mention: Mention
    elsewhere: bool = False


@dataclass(frozen=True)
class Known:
    """A person who is known to play for a team, or to manage it, before a report is read."""

    person: Entity
    team: Entity
    manages: bool


def ties_known(known: Iterable[Known], mentions: Sequence[Mention]) -> Iterator[Tie]:
    """What is known of people as ties, each at the first mention of his."""
    first = {m.traits.manager or m.entity: m for m in reversed(mentions)}
    for one in known:
        if one.person in first:
            weight = weights("ties")["elsewhere"]
            mention = first[one.person]
            yield Tie(one.person, one.team, weight, one.manages, mention, elsewhere=True)


def find_ties(mentions: Sequence[Mention], sides: Sides) -> tuple[Tie, ...]:
    """Every tie that the mentions of a report tell by themselves."""
    teams: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.kind is Kind.TEAM:
            teams.setdefault(mention.sentence.number, []).append(mention)
    return tuple(
        tie
        for mention in mentions
        for tie in ties_of(mention, teams.get(mention.sentence.number, ()), sides)
    )


def ties_of(mention: Mention, here: Sequence[Mention], sides: Sides) -> Iterator[Tie]:
    """The ties one mention tells: by what stands before it, after it, or by what it owns.

    Args:
        mention: the mention.
        here: the teams of its sentence.
        sides: the two sides of the match.
    """
    one, traits = mention.entity, mention.traits
    if one and mention.kind is Kind.TEAM and traits.manager:
        yield Tie(traits.manager, one, weights("ties")["managers_men"], True, mention)
    if one is None or mention.kind is not Kind.PERSON or traits.former:
        return
    in_caption = mention.sentence.block.kind is BlockKind.CAPTION
    for team, way in teams_told(mention, here, sides):
        weight = weights("ties")["caption" if in_caption else way]
        yield Tie(one, team, weight, traits.role == "manager", mention)


def teams_told(
    mention: Mention, here: Sequence[Mention], sides: Sides
) -> Iterator[tuple[Entity, str]]:
    """The teams that the phrase of a person and the words around it name, each with the way."""
    yield from teams_in_phrase(mention, here, sides)
    if mention.named:
        yield from teams_around(mention, here)


def teams_in_phrase(
    mention: Mention, teams: Sequence[Mention], sides: Sides
) -> Iterator[tuple[Entity, str]]:
    """The team that a phrase opens with: "Hallvik striker", "home captain", "their captain".

    Where nations play, the nationality of a player tells his team: "Norland striker Kaba".
    """
    traits = mention.traits
    nation = next((t for t in sides.pair if t and t.name == traits.nationality), None)
    if nation and traits.role not in ("official", "manager"):
        yield nation, "team_before" if mention.is_sure else "epithet"
        return
    if traits.team:
        if traits.role != "official":
            yield traits.team, "team_before" if mention.is_sure else "epithet"
        return
    if ground := sides.on_ground(traits.ground):
        yield ground, "ground_before"
    theirs = next((m for m in reversed(teams) if m.first == mention.first and m.entity), None)
    if theirs and theirs.is_pronoun and theirs.entity:
        yield theirs.entity, "their_own"


def teams_around(mention: Mention, teams: Sequence[Mention]) -> Iterator[tuple[Entity, str]]:
    """The team beside a name: "Kaba of Hallvik", "Kaba (Hallvik)", "Hallvik's Kaba"."""
    tokens = mention.sentence.tokens
    beginning = {m.first: m.entity for m in teams if m.entity}
    after = [t.text.lower() for t in tokens[mention.last + 1 : mention.last + 4]]
    behind = beginning.get(mention.last + 2)
    if after[:1] == ["of"] and (team := behind or beginning.get(mention.last + 3)):
        yield team, "of_team"
    if [*after[:1], *after[2:]] == ["(", ")"] and behind:
        yield behind, "in_brackets"
    if mention.first >= 2 and tokens[mention.first - 1].text in POSSESSIVE:
        owners = (m.entity for m in teams if m.entity and m.last == mention.first - 2)
        if owner := next(owners, None):
            yield owner, "teams_own"


def told_by_team(
    mentions: Sequence[Mention], sides: Sides, team_of: Mapping[Entity, Entity]
) -> list[Mention]:
    """The mentions, with the one of two namesakes whose team stands beside him: "Brevik's Reid"."""
    tied = {id(tie.mention): tie for tie in find_ties(mentions, sides) if tie.person.is_open}
    if not tied:
        return list(mentions)
    bearers = {(one.name, team): one for one, team in team_of.items()}

    def meant(mention: Mention) -> Mention:
        tie = tied.get(id(mention))
        bearer = bearers.get((tie.person.name, tie.team)) if tie else None
        return replace(mention, entity=bearer) if bearer else mention

    return [meant(mention) for mention in mentions]


def nations(
    mentions: Sequence[Mention], home: Entity | None, country: str, known: KnownNames
) -> Mapping[Entity, str]:
    """The nation of each team that a phrase, the lists of clubs or the dateline tell.

    "Danish side Brevik".
    """
    told: dict[Entity, str] = {}
    teams = [m for m in mentions if m.kind is Kind.TEAM and m.named and m.entity]
    for mention in teams:
        if mention.entity and mention.traits.nationality:
            told.setdefault(mention.entity, mention.traits.nationality)
    for team in dict.fromkeys(m.entity for m in teams if m.entity):
        club = known.club(team.name)
        if club:
            told.setdefault(team, club.country)
    if home and country:
        told.setdefault(home, country)
    return told
