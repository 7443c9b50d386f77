"""Link epithets and pronouns to the people and teams they stand for.

"The visitors", "the Danish side", "They", "the centre back" are matched by what the report says of
each candidate (ground, nationality, role) and by who was mentioned last.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from kg.language import Sentence
from kg.lexicon import pattern, table, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.linking.binding import barred
from kg.mentions.linking.known import Known, Sides
from kg.mentions.linking.nearby import nearby
from kg.mentions.linking.owners import OPENING, OWNERS, joined_owner, subject_ahead
from kg.mentions.linking.player_epithets import NEAR, player_epithet
from kg.mentions.linking.reach import in_last_clause, is_nation_of, is_open, is_reachable
from kg.mentions.linking.receiving import receiver
from kg.mentions.linking.team_epithets import team_epithet
from kg.mentions.phrases.finding import PRONOUNS

NO_OBJECTS = frozenset({"he", "she", "they", "his", "their", "its"})
OF_ONE = frozenset({"he", "she", "his", "her"})
GOALS = ("score", "finish", "level", "double", "open", "seal")  # classes of verbs that tell a goal
RELATIVES = frozenset({"who", "which", "whose"})


def link(mentions: Sequence[Mention], sides: Sides, known: Known) -> tuple[Mention, ...]:
    """The same mentions, in order, with an entity wherever one can be told."""
    linked: list[Mention] = []
    for mention in mentions:
        entity = (
            mention.entity
            or subject_ahead(mention, mentions)
            or resolve(mention, linked, sides, known)
        )
        if entity:
            sole = entity.kind is Kind.PERSON and is_sole(mention, entity, linked)
            linked.append(standing_for(entity, mention, sole=sole))
        else:
            linked.append(mention)
    return tuple(linked)


def standing_for(entity: Entity, mention: Mention, *, sole: bool) -> Mention:
    """A mention that stands for an entity: itself, where it was so already."""
    if (mention.entity, mention.kind, mention.sole) == (entity, entity.kind, sole):
        return mention
    return replace(mention, entity=entity, kind=entity.kind, sole=sole)


def is_sole(mention: Mention, entity: Entity, before: Sequence[Mention]) -> bool:
    """Whether nobody else is near whom a mention might stand for.

    It stands for the one named last in its sentence, or for the only one of the sentence before:
    "Ruud crossed for Bellini and he headed in", "Bellini broke clear. He finished".
    """
    people = (m for m in nearby(mention, before, 1) if m.kind is Kind.PERSON)
    near = [m for m in people if m.named and m.entity]
    here = [m for m in near if m.sentence is mention.sentence]
    if here:
        return here[-1].entity == entity
    last = {m.entity for m in near if m.sentence.number == mention.sentence.number - 1}
    return last == {entity}


def resolve(
    mention: Mention, before: Sequence[Mention], sides: Sides, known: Known
) -> Entity | None:
    """Who an epithet or pronoun stands for, or nobody."""
    word = mention.token.text.lower()
    if word in RELATIVES:
        return antecedent(mention, before)
    if word in PRONOUNS:
        return pronoun(mention, before, sides, known.keepers)
    if mention.kind is Kind.TEAM:
        return team_epithet(mention, before, sides, known)
    return player_epithet(mention, before, sides, known)


def antecedent(mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Who "who" and "which" stand for: the mention right before, a comma between allowed.

    Where he was may stand between as well: "reached Kaba at the far post, who scored".
    """
    for other in reversed(before):
        if other.sentence is not mention.sentence:
            return None
        if 0 < mention.first - other.last <= 2 and other.entity:
            return other.entity
        if mention.token.lower == "who" and other.named and is_placed(other, mention.first):
            return other.entity
    return None


def is_placed(mention: Mention, until: int) -> bool:
    """Whether the words behind a person only say where he was: "Kaba at the far post"."""
    between = mention.sentence.tokens[mention.last + 1 : until]
    behind = " ".join(t.lower for t in between)
    held = pattern("clauses", "in_place").fullmatch(behind.rstrip(" ,"))
    placed = held or pattern("clauses", "placed").fullmatch(behind)
    return mention.kind is Kind.PERSON and placed is not None


def pronoun(
    mention: Mention, before: Sequence[Mention], sides: Sides, keepers: Set[Entity]
) -> Entity | None:
    """The last subject of the right kind; in the same sentence, or in one of the two before."""
    word = mention.token.text.lower()
    if word.endswith(("self", "selves")):
        return last_subject(mention, before)
    if word in OWNERS and (joined := joined_owner(mention, before)):
        return joined
    if word in OF_ONE and (fed := with_ball(mention, before)):
        return fed
    is_object = word not in NO_OBJECTS and not mention.token.is_subject
    others = barred(mention, before)
    near = nearby(mention, before, NEAR)
    told = [m for m in near if is_reachable(m, mention) and not is_nation_of(m, near, sides)]
    reachable = [m for m in told if m.entity not in others]
    if word in OF_ONE and plays(mention):
        off = {m.entity for m in near if m.word_before in words("clauses", "replaces")}
        off |= keepers  # "though Hansen saved the penalty, he knocked in the rebound"
        off |= sides.managers | {m.entity for m in near if m.traits.off_field}
        reachable = [m for m in reachable if m.entity not in off]

    def rank(m: Mention) -> tuple[bool, int, bool, bool, bool, int]:
        same = m.sentence is mention.sentence
        clash = same and is_object and m.token.head == mention.token.head
        subject = m.token.is_subject and (not same or is_open(m, mention))
        place = m.head if same else -m.head
        scored = not same and word in OF_ONE and subject and plays(mention) and scores(m)
        return not clash, m.sentence.number, same or in_last_clause(m), scored, subject, place

    best = max(reachable, key=rank, default=None)
    return best.entity if best else None


def plays(mention: Mention) -> bool:
    """Whether a pronoun does what players do, and managers do not: "He levelled on 55 minutes"."""
    tokens, classes = mention.sentence.tokens, table("verbs", "classes")
    behind = next((t for t in tokens[mention.last + 1 : mention.last + 4] if t.is_verb), None)
    if behind is None or not mention.token.is_subject:
        return False
    of_goal = classes["score"] | classes["finish"] | classes["level"]
    return behind.lemma in of_goal | words("clauses", "played")


def scores(mention: Mention) -> bool:
    """Whether it is told of a subject that he changed the score: "when Kaba restored the lead"."""
    verb = mention.sentence.tokens[mention.token.head].lemma
    return any(verb in table("verbs", "classes")[name] for name in GOALS)


def finishes(mention: Mention) -> bool:
    """Whether a pronoun is who finishes a move: "released Kaba as he rounded Hansen"."""
    tokens = mention.sentence.tokens
    is_as = tokens[mention.first - 1].lower == "as"
    behind = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    finishing = table("verbs", "classes")["finish"] | {"round", "score", "net", "beat"}
    return is_as and behind is not None and behind.lemma in finishing


def with_ball(mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Who has the ball now: "when Gomes found Kaba and his shot was turned in", "fed Kaba. He"."""
    here = [m for m in nearby(mention, before, 0) if m.kind is Kind.PERSON]
    joint = mention.first - 1
    if (
        joint > 1
        and mention.token.lower in OWNERS
        and mention.sentence.tokens[joint].lower == "from"
    ):
        joint -= 1  # "fed Kaba, and from his cross"
    if here:
        joined = joint > 0 and mention.sentence.tokens[joint].lower in ("and", ";")
        joined |= joint > 0 and finishes(mention)
        return receiver(here, joint) if joined else None
    last = before[-1].sentence if before and mention.first < OPENING else None
    if last is None or not follows(last, mention.sentence):
        return None
    return receiver([m for m in before if m.sentence is last], len(last.tokens))


def follows(one: Sentence, other: Sentence) -> bool:
    """Whether a sentence is the one behind another of its paragraph."""
    return other.number - one.number == 1 and other.block == one.block


def last_subject(mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Who "himself" and "themselves" stand for: the subject named last in the sentence."""
    same = (m for m in reversed(before) if m.sentence is mention.sentence)
    subjects = (m for m in same if m.kind is mention.kind and m.token.is_subject)
    subject = next(subjects, None)
    return subject.entity if subject else None
