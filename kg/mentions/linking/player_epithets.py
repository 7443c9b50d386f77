"""Which player an epithet stands for: "the centre back", "the Croatian"."""

from collections.abc import Sequence, Set

from kg.lexicon import words
from kg.mentions.entities import Entity, Kind, Mention, Traits
from kg.mentions.linking.binding import barred
from kg.mentions.linking.felled import felled
from kg.mentions.linking.known import Known, Sides
from kg.mentions.linking.nearby import nearby
from kg.mentions.linking.order import by_order, is_by_order
from kg.mentions.linking.receiving import receiver
from kg.mentions.phrases.traits import STAFF

PLAYER = "player"  # the role that says nothing
OPENING = 3  # words within which a sentence opens with its subject
NEAR = 2  # sentences back in which somebody is still on stage


def player_epithet(
    mention: Mention, before: Sequence[Mention], sides: Sides, known: Known
) -> Entity | None:
    """Which player "the centre back", "the Croatian", "the substitute" is."""
    traits = mention.traits
    if not traits.definite or traits.role in ("official", STAFF):
        return None
    said = [m for m in before if m.entity and m.kind is Kind.PERSON]
    if is_by_order(mention):
        return by_order(mention, said)
    people = dict.fromkeys(m.entity for m in reversed(said) if m.entity)
    near = {m.entity for m in said if mention.sentence.number - m.sentence.number <= NEAR}
    clause = clause_people(mention, before) | barred(mention, before)
    if mention.token.lower in words("nouns", "who_scored"):
        clause |= known.keepers | {p for p, roles in known.roles.items() if "goalkeeper" in roles}
    told = {p: times_told(p, traits, known) for p in people if may_be(p, traits, sides, known)}
    beside = brought_on(mention, said)
    beside = beside or of_absolute(mention, [m for m in said if m.entity in told])
    if beside:
        return beside
    fitting = [p for p in told if p not in clause and (p in near or told[p])]
    opens = mention.first < OPENING
    keeping = opens and traits.role == "goalkeeper"
    acting = felled(mention, [m for m in said if m.entity in fitting]) if opens else None
    acting = acting or (who_stopped(said, near & set(fitting)) if keeping else None)
    if acting:
        return acting
    topics = subjects_before(mention, said) if opens else subject_joined(mention, said)
    others = called_otherwise(traits, before)

    def rank(person: Entity) -> tuple[int, bool, bool, int]:
        return told[person], person not in others, person in topics, -fitting.index(person)

    return max(fitting, key=rank, default=None)


def called_otherwise(traits: Traits, before: Sequence[Mention]) -> set[Entity | None]:
    """Whom an epithet before called a man of another nation: "the Dane" is no "Croatian"."""
    nation = traits.nationality
    if nation is None:
        return set()
    called = (m for m in before if m.is_epithet and m.traits.nationality)
    return {m.entity for m in called if m.kind is Kind.PERSON and m.traits.nationality != nation}


def who_stopped(said: Sequence[Mention], fitting: Set[Entity | None]) -> Entity | None:
    """Who stopped a shot last: "Kaba was denied by Hansen when clear. The keeper dived again"."""
    stopped = (m for m in reversed(said) if m.entity in fitting and m.word_before == "by")
    verbs = ((m, m.sentence.tokens[m.first - 2].lower) for m in stopped if m.first > 1)
    return next((m.entity for m, verb in verbs if verb in words("positions", "stopped_by")), None)


def may_be(person: Entity, traits: Traits, sides: Sides, known: Known) -> bool:
    """Whether nothing known of a person speaks against an epithet."""
    roles = known.roles.get(person, frozenset()) - {PLAYER}
    nations = known.nations.get(person)
    team = None if traits.former else traits.team or sides.on_ground(traits.ground)
    if person in known.aside:
        return False
    if traits.role not in (None, PLAYER, "manager") and person in sides.manager_of:
        return False  # "the former Brevik striker" is no manager of today
    if traits.role not in (None, PLAYER):
        keeps, is_keeper = person in known.keepers, traits.role == "goalkeeper"
        other = person in known.outfield - known.keepers if is_keeper else keeps
        # "past the home keeper": one who is nowhere else told to keep goal stays unnamed.
        untold = is_keeper and team is not None and not (keeps or roles)
        if other or untold or (roles and traits.role not in roles):
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
    doing = (m for m in here if m.word_before not in shunned)
    return next((m.entity for m in doing if m.entity not in others), None)


def brought_on(mention: Mention, said: Sequence[Mention]) -> Entity | None:
    """Who has just come on for another: "by replacing Gomes with Kaba and the Dane levelled"."""
    here = [m for m in said if m.sentence is mention.sentence and m.named]
    if len(here) < 2 or mention.word_before != "and" or here[-1].word_before != "with":
        return None
    is_next = here[-1].last == mention.first - 2
    off = here[-2].word_before in words("clauses", "replaces")
    return here[-1].entity if is_next and off else None


def clause_people(mention: Mention, before: Sequence[Mention]) -> set[Entity | None]:
    """Who is already named in the clause of a mention, and so is somebody else."""
    own, tokens = mention.token.head, mention.sentence.tokens

    def in_clause(m: Mention) -> bool:
        between = {t.text.lower() for t in tokens[m.last + 1 : mention.first]}
        return m.token.head == own and not between & words("clauses", "turns")

    return {m.entity for m in nearby(mention, before, 0) if in_clause(m)}
