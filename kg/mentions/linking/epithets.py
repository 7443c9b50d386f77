"""Which team or player an epithet stands for: "the Danish side", "the centre back"."""

from collections.abc import Sequence

from kg.lexicon import words
from kg.mentions.entities import Entity, Kind, Mention, Traits
from kg.mentions.linking.binding import barred
from kg.mentions.linking.known import Known, Sides
from kg.mentions.linking.receiving import receiver

PLAIN = words("nouns", "plain_teams")
PLAYER = "player"  # the role that says nothing
OPENING = 3  # words within which a sentence opens with its subject
NEAR = 2  # sentences back in which somebody is still on stage


def side_called(traits: Traits, sides: Sides) -> Entity | None:
    """The side that its manager, its nickname or its ground tells: "Dalby's men", "the hosts"."""
    if traits.manager:
        return sides.manager_of.get(traits.manager) or sides.team_of.get(traits.manager)
    if traits.nickname:
        return sides.nicknamed.get(traits.nickname)
    return sides.on_ground(traits.ground)


def team_epithet(
    mention: Mention, before: Sequence[Mention], sides: Sides, known: Known
) -> Entity | None:
    """Which team "the hosts", "the Danish side", "Dalby's men", "the Dutch club" are."""
    traits = mention.traits
    if traits.manager or traits.nickname or traits.ground:
        return side_called(traits, sides)
    if traits.team and mention.token.text.lower() in PLAIN - {"club"}:
        return traits.team
    owner = player_of_club(mention, before)
    if owner or (team := team_of_his(mention, before, sides)):
        return sides.team_of.get(owner) if owner else team
    recent = [m.entity for m in before if m.entity and m.entity.kind is Kind.TEAM]
    last = list(dict.fromkeys(reversed(recent)))
    if traits.nationality:
        return of_nation(traits.nationality, last, sides, known)
    if mention.token.text.lower() in PLAIN and last:
        teams = (m for m in before if m.entity and m.kind is Kind.TEAM)
        subjects = [m.entity for m in teams if m.token.is_subject]
        return subjects[-1] if subjects else last[0]
    return None


def player_of_club(mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Whose club "the club" is, if it is a player's: "took Kaba to 250 goals for the club"."""
    if mention.token.lower != "club" or mention.traits.nationality:
        return None
    people = (m for m in reversed(before) if m.sentence is mention.sentence and m.entity)
    return next((m.entity for m in people if m.kind is Kind.PERSON), None)


def team_of_his(mention: Mention, before: Sequence[Mention], sides: Sides) -> Entity | None:
    """The team of the manager whom "his" stands for: "Sorensen must lift his side"."""
    if mention.sentence.tokens[mention.first].text.lower() != "his":
        return None
    bosses = (m.entity for m in reversed(before) if m.entity in sides.manager_of)
    boss = next(bosses, None)
    return sides.manager_of.get(boss) if boss else None


def of_nation(nation: str, teams: Sequence[Entity], sides: Sides, known: Known) -> Entity | None:
    """The first team of a nation, else the first that may be of it, rather one that plays."""
    told = [team for team in teams if nation in known.nations.get(team, ())]
    unknown = [team for team in teams if not known.nations.get(team)]
    playing = [team for team in unknown if team in sides.pair]
    return next(iter(told or playing or unknown), None)


def person_epithet(
    mention: Mention, before: Sequence[Mention], sides: Sides, known: Known
) -> Entity | None:
    """Which player "the centre back", "the Croatian", "the substitute" is."""
    traits = mention.traits
    if not traits.definite or traits.role == "official":
        return None
    said = [m for m in before if m.entity and m.kind is Kind.PERSON]
    if is_same(mention):
        return next((m.entity for m in reversed(said) if m.token.is_subject), None)
    if is_ranked(mention):
        return subject_ranked(mention, said)
    people = dict.fromkeys(m.entity for m in reversed(said) if m.entity)
    near = {m.entity for m in said if mention.sentence.number - m.sentence.number <= NEAR}
    clause = clause_people(mention, before) | barred(mention, before)
    told = {p: times_told(p, traits, known) for p in people if may_be(p, traits, sides, known)}
    if beside := of_absolute(mention, [m for m in said if m.entity in told]):
        return beside
    fitting = [p for p in told if p not in clause and (p in near or told[p])]
    opens = mention.first < OPENING
    topics = subjects_before(mention, said) if opens else subject_joined(mention, said)
    return max(fitting, key=lambda p: (told[p], p in topics, -fitting.index(p)), default=None)


def may_be(person: Entity, traits: Traits, sides: Sides, known: Known) -> bool:
    """Whether nothing known of a person speaks against an epithet."""
    roles = known.roles.get(person, frozenset()) - {PLAYER}
    nations = known.nations.get(person)
    team = None if traits.former else traits.team or sides.on_ground(traits.ground)
    if traits.role not in (None, PLAYER, "manager") and person in sides.manager_of:
        return False  # "the former Brevik striker" is no manager of today
    if traits.role not in (None, PLAYER):
        keeps = person in known.keepers and traits.role != "goalkeeper"
        if keeps or (roles and traits.role not in roles):
            return False
    if traits.nationality and nations and traits.nationality not in nations:
        return False
    return team is None or sides.team_of.get(person, team) == team


def times_told(person: Entity, traits: Traits, known: Known) -> int:
    """How much of an epithet the report has said of a person before: his role, his nationality."""
    has_role = traits.role != PLAYER and traits.role in known.roles.get(person, ())
    return has_role + (traits.nationality in known.nations.get(person, ()))


def subjects_before(mention: Mention, said: Sequence[Mention]) -> set[Entity | None]:
    """Who the sentence before is about, if nobody is named in that of the mention so far."""
    if not said or said[-1].sentence is mention.sentence:
        return set()
    last = [m for m in said if m.sentence is said[-1].sentence]
    if fed := receiver(last, len(last[-1].sentence.tokens)):
        return {fed}
    return {m.entity for m in last if m.token.is_subject}


def subject_joined(mention: Mention, said: Sequence[Mention]) -> set[Entity | None]:
    """Who the clause is about that an epithet's goes on with, past who a clause in between names.

    "Kaba made it two after Osk had felled Lokat, and the former Brevik man had a third."
    """
    tokens = mention.sentence.tokens
    verb = tokens[mention.token.head]
    if not mention.token.is_subject or verb.relation != "conj":
        return set()
    here = [m for m in said if m.sentence is mention.sentence]
    aside = bool(here) and tokens[here[-1].token.head].relation == "advcl"
    first = {m.entity for m in here if m.token.is_subject and m.token.head == verb.head}
    return first if aside else set()


def of_absolute(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Who does what stands behind a comma: "Kaba had other ideas, the defender crashing it in"."""
    tokens, first = mention.sentence.tokens, mention.first
    behind = tokens[mention.last + 1 : mention.last + 2]
    if not first or tokens[first - 1].text != "," or not any(t.tag == "VBG" for t in behind):
        return None
    shunned, others = words("clauses", "shuns"), barred(mention, said)
    here = (m for m in reversed(said) if m.sentence is mention.sentence and m.named)
    doing = (m for m in here if not (m.first and tokens[m.first - 1].lower in shunned))
    return next((m.entity for m in doing if m.entity not in others), None)


def is_ranked(mention: Mention) -> bool:
    """Whether a phrase ranks whom it stands for among many: "the first Brevik player"."""
    phrase = mention.sentence.tokens[mention.first : mention.last]
    return any(t.text.lower() in words("clauses", "ranks") for t in phrase)


def is_same(mention: Mention) -> bool:
    """Whether a phrase is of who was the subject before: "and the same player doubled the lead"."""
    phrase = mention.sentence.tokens[mention.first : mention.last]
    return any(t.lower == "same" for t in phrase)


def subject_ranked(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Who is said to be one of many: the subject of "became the first Brevik player"."""
    tokens = mention.sentence.tokens
    verb = next((t for t in reversed(tokens[: mention.first]) if t.is_verb), None)
    if verb is None or verb.lemma not in words("clauses", "says_who"):
        return None
    here = [m for m in said if m.sentence is mention.sentence and m.first < mention.first]
    subjects = [m for m in here if m.token.is_subject]
    return (subjects or here)[-1].entity if here else None


def clause_people(mention: Mention, before: Sequence[Mention]) -> set[Entity | None]:
    """Who is already named in the clause of a mention, and so is somebody else."""
    own, tokens = mention.token.head, mention.sentence.tokens

    def in_clause(m: Mention) -> bool:
        between = {t.text.lower() for t in tokens[m.last + 1 : mention.first]}
        return (
            m.sentence is mention.sentence
            and m.token.head == own
            and not between & words("clauses", "turns")
        )

    return {m.entity for m in before if in_clause(m)}
