"""Whom an epithet of position stands for: "before the midfielder shot".

Of those who may be meant it is the one spoken of last: not who does what the epithet's own clause
tells, and of those named in a sentence before rather one of whom no other place is told.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from kg.language import POSSESSIVE, Sentence
from kg.lexicon import pattern, words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.mentions.linking.ball import senders
from kg.mentions.linking.binding import out_of_it
from kg.reconcile.players.deeds import fouling, in_role, no_servers, stops
from kg.reconcile.players.goalkeepers import around

NEAR = 2  # clauses back in which one of several people may be meant
BACK = 3  # sentences back in which he may be, if those between name nobody
OPENING = 3  # words in which a sentence opens: "after raking his studs down", "however, the winger"
PUNISHED = pattern("positions", "punished")
BOUNDS = words("positions", "bounds")
TURNS = BOUNDS | words("positions", "turns")
CLAUSES = ("VB", "JJ", "RB", "RP", "IN")  # tags behind "with the winger" if a clause follows


@dataclass(frozen=True)
class Candidates:
    """Who may bear an epithet and who may not; `keepers` are those who keep goal, if one is sought.

    `doubtful` are those of whom another place in the team is told, and who may bear it still.
    """

    barred: AbstractSet[Entity | None]
    doubtful: AbstractSet[Entity]
    keepers: AbstractSet[Entity] | None


def find_bearer(
    epithet: Mention,
    scene: Scene,
    candidates: Candidates,
    team_of: Mapping[Entity, Entity],
) -> Entity | None:
    """Who an epithet stands for: of those who may be meant, the one spoken of last, if clear."""
    keepers = candidates.keepers
    team = epithet.traits.team if epithet.traits.team in scene.sides.pair else None

    def may_be(m: Mention) -> bool:
        if m.entity is None or m.kind is not Kind.PERSON or m.entity in candidates.barred:
            return False
        if keepers is not None and m.entity not in keepers:
            return False
        return team is None or team_of.get(m.entity, team) == team

    here = [m for m in scene.mentions if m.sentence is epithet.sentence and m.last < epithet.first]
    own = {m.entity for m in here if segments(m.last + 1, epithet.first, epithet.sentence) == 0}
    own -= before_with(epithet, here)
    own |= {doer_of_participle(epithet, here), *out_of_it(epithet, here), *senders(epithet, here)}
    opened = named_in_opening(epithet, here)
    own |= opened
    opener = owner_in_opening(epithet, here)
    if opener:
        return opener.entity if may_be(opener) else None
    fitting = no_servers([m for m in here if may_be(m) and m.entity not in own])
    fitting = in_role(fitting, epithet.traits.role)
    if PUNISHED.search(around(epithet)[1]):
        fitting = fouling(fitting) or fitting
    if fitting:
        far = segments(fitting[-1].last + 1, epithet.first, epithet.sentence) > NEAR
        return None if far and len({m.entity for m in fitting}) > 1 else pick(fitting)
    named = own - opened - candidates.barred - {None}
    if named and keepers is None and not epithet.token.is_subject:
        return None
    before = last_people(epithet, scene)
    others = no_servers([m for m in before if may_be(m) and m.entity not in own])
    earlier = [m for m in others if m.entity not in candidates.doubtful] or others
    earlier = in_role(earlier, epithet.traits.role)
    if not earlier or earlier[0].sentence.block.kind is not epithet.sentence.block.kind:
        return None
    if keepers is not None:
        return earlier[-1].entity if len({m.entity for m in earlier}) == 1 else None
    topics = [m for m in earlier if m.first <= 1 or (m.token.is_subject and not owns(m))]
    return topics[0].entity if topics and epithet.first < OPENING else pick(earlier)


def before_with(epithet: Mention, here: Sequence[Mention]) -> set[Entity | None]:
    """Those of a clause who may be meant behind it: "felled Kaba with the winger through"."""
    tokens, place = epithet.sentence.tokens, epithet.last + 1
    opens = epithet.word_before == "with"
    if not opens or place >= len(tokens) or not tokens[place].tag.startswith(CLAUSES):
        return set()
    return {m.entity for m in here if not m.token.is_subject}


def last_people(epithet: Mention, scene: Scene) -> Sequence[Mention]:
    """The mentions of the last sentence before that names somebody."""
    for ago in range(1, BACK + 1):
        here = scene.of(epithet.sentence.number - ago)
        if any(m.kind is Kind.PERSON and m.entity for m in here):
            return here
    return ()


def doer_of_participle(epithet: Mention, here: Sequence[Mention]) -> Entity | None:
    """Who does what a participle tells before an epithet: "Bellini saved before denying the"."""
    tokens = epithet.sentence.tokens
    bound = next((t for t in reversed(tokens[: epithet.first]) if t.text.lower() in BOUNDS), None)
    if bound is None or tokens[bound.index + 1].tag != "VBG":
        return None
    subjects = [m for m in here if m.kind is Kind.PERSON and m.last < bound.index]
    doers = [m for m in subjects if not owns(m)]
    named = [m for m in doers if m.token.is_subject] or doers[:1]
    return named[-1].entity if named else None


def owner_in_opening(epithet: Mention, here: Sequence[Mention]) -> Mention | None:
    """Whom "his" stands for in "after raking his studs down, the left-back ..."."""
    opening = epithet.sentence.tokens[:OPENING]
    if not epithet.token.is_subject or not any(t.tag == "VBG" for t in opening):
        return None
    return next((m for m in here if m.token.text.lower() == "his"), None)


def named_in_opening(epithet: Mention, here: Sequence[Mention]) -> set[Entity | None]:
    """Who is named in what a sentence opens with: "Racing clear of Kaba, the winger shot"."""
    tokens, comma = epithet.sentence.tokens, epithet.first - 1
    opens = tokens[0].lower.endswith("ing") and comma > 0 and tokens[comma].text == ","
    if not opens or any(t.text == "," for t in tokens[:comma]):
        return set()
    return {m.entity for m in here if m.last < comma}


def pick(mentions: Sequence[Mention]) -> Entity | None:
    """The one person of several mentions who is meant: who did something to what another owns."""
    doers = [m for m in mentions if not owns(m)]
    last = mentions[-1]
    if (
        is_agent(last)
        and not stops(last)
        and any(m.token.is_subject and m.entity != last.entity for m in doers)
    ):
        return None  # "Bell was beaten to it by Kaba and the centre-back brought his man down"
    if doers and owns(last) and segments(doers[-1].last + 1, last.first, last.sentence) == 0:
        last = doers[-1]
    return last.entity


def is_agent(mention: Mention) -> bool:
    """Whether somebody stands behind "by": it was done to another who may be meant as well."""
    return mention.word_before == "by"


def owns(mention: Mention) -> bool:
    """Whether a mention owns something: "Bellini's corner"."""
    tokens = mention.sentence.tokens
    after = tokens[mention.last + 1].text if mention.last + 1 < len(tokens) else ""
    return after in POSSESSIVE or mention.token.text.lower() in ("his", "whose")


def segments(start: int, end: int, sentence: Sentence) -> int:
    """How many clauses begin between two words, as conjunctions and commas tell."""
    bounds = [t.text.lower() in TURNS for t in sentence.tokens[start:end]]
    return sum(now and not before for before, now in pairwise([False, *bounds]))
