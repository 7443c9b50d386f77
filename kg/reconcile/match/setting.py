"""Where the report's match took place, and in which competition and round."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from kg.blocks import Kind as BlockKind
from kg.language import Sentence, Token, lower
from kg.lexicon import pattern, table, words
from kg.mentions import Entity, Kind, Mention, Scene
from kg.mentions.match.home import clause_of
from kg.names.known import KnownNames
from kg.reconcile.match.listed import listed_venue
from kg.reconcile.match.phrased import told_of

AGAINST = frozenset({"over", "against", "to", "by", "at", "with"})
LEAD = 4  # prose sentences in which the day, the competition and the ground of the match stand
BOUND_FOR = pattern("setting", "bound_for")
OTHER_TIME = pattern("setting", "other_time")
OTHER_THING = pattern("setting", "other_thing")
OTHER_TIE = pattern("setting", "other_tie")
ELSEWHEN = pattern("setting", "elsewhen")
ROUND = pattern("setting", "round")


def leading(scene: Scene) -> Sequence[Sentence]:
    """The first sentences of the prose."""
    prose = [s for s in scene.document.sentences if s.block.kind is BlockKind.PROSE]
    return (prose or list(scene.document.sentences))[:LEAD]


def competition_of(scene: Scene, lead: Sequence[Sentence]) -> Entity | None:
    """The competition of the match: the first that the lead names, else a line above it."""
    for sentences in (lead, above(headlines(scene), lead)):
        numbers = {s.number for s in sentences}
        for m in scene.mentions:
            if m.kind is not Kind.COMPETITION or m.sentence.number not in numbers:
                continue
            if m.entity and is_of_match(m.sentence.tokens, m.first) and not is_of_others(m, scene):
                return m.entity
    return None


def above(lines: Sequence[Sentence], lead: Sequence[Sentence]) -> list[Sentence]:
    """The lines that stand before the first sentence of the lead."""
    return [line for line in lines if lead and line.number < lead[0].number]


def is_of_others(competition: Mention, scene: Scene) -> bool:
    """Whether a competition is that of another match.

    "Their Cup victory over Norheim", "a Cup replay against Norheim", "were knocked out of the Cup
    here in October".
    """
    tokens = competition.sentence.tokens
    clause = lower(clause_of(competition))
    if ELSEWHEN.search(clause):
        return True
    later = (m for m in scene.of(competition.sentence.number) if m.first > competition.last)
    named = next((m for m in later if m.kind is Kind.TEAM and m.named), None)
    if named and named.entity not in scene.sides.pair:
        between = lower(tokens[competition.last + 1 : named.first])
        if OTHER_TIE.match(between):
            return True
    behind = [t.text.lower() for t in tokens[competition.last + 1 : competition.last + 3]]
    if len(behind) < 2 or behind[0] not in words("results", "nouns"):
        return False
    here = (m for m in scene.of(competition.sentence.number) if m.first > competition.last)
    team = next((m.entity for m in here if m.kind is Kind.TEAM), None)
    return behind[1] in AGAINST and team is not None and team not in scene.sides.pair


def stage_of(scene: Scene, lead: Sequence[Sentence]) -> Entity | None:
    """The group or round of the match: the first that the report names, or that its lead tells.

    "Their cup quarter-final" and "a last-16 tie" tell one, "a place in the quarter-finals" none.
    """
    named = (m.entity for m in scene.mentions if m.kind is Kind.STAGE and m.entity)
    if first := next(named, None):
        return first
    for marked, found in told_of("round", [*headlines(scene), *lead], scene):
        if not BOUND_FOR.search(re.sub("[<>]", "", marked.text[: found.start("round")])):
            return Entity(Kind.STAGE, found["round"], (found["round"],))
    for sentence in lead:
        for found in ROUND.finditer(sentence.text.lower()):
            number = next(n for n, stage in enumerate(found.groups(), 1) if stage)
            if not BOUND_FOR.search(sentence.text[: found.start(number)].lower()):
                return Entity(Kind.STAGE, found[number], (found[number],))
    return None


def is_of_match(tokens: Sequence[Token], first: int) -> bool:
    """Whether a competition is that of the match, and no "Champions League qualification"."""
    before = " ".join(t.text.lower() for t in tokens[max(0, first - 6) : first])
    after = " ".join(t.text.lower() for t in tokens[first + 1 : first + 3])
    return not OTHER_TIME.search(before) and not OTHER_THING.search(after)


def headlines(scene: Scene) -> list[Sentence]:
    """The lines above the prose and between."""
    return [s for s in scene.document.sentences if s.block.kind is BlockKind.HEADLINE]


def city_of(scene: Scene, lead: Sequence[Sentence], known: KnownNames) -> Entity | None:
    """The city that the lead says the match was in, or that of the dateline."""
    for marked, found in told_of("city", lead, scene):
        city = marked.mentions[int(found["city"])]
        is_here = city.kind is Kind.CITY and not is_of_another_day(city)
        if is_here and city.entity and not known.is_country(city.entity.name):
            return city.entity
    line = scene.document.dateline
    if line is None:
        return None
    return next(
        (e for e in scene.cast.of_kind(Kind.CITY) if line.city in (e.name, *e.forms)),
        Entity(Kind.CITY, line.city, (line.city,)),
    )


def venue_of(
    scene: Scene, elsewhere: AbstractSet[Entity], home: Entity | None, known: KnownNames
) -> Entity | None:
    """The ground of the match: where it was played, and no ground of other clubs or matches.

    Args:
        scene: the report with everybody in it.
        elsewhere: the grounds of other matches.
        home: the side at home, if that is known.
        known: the known names, which tell whose ground is whose.
    """
    if listed := listed_venue(scene):
        return listed
    counts: Counter[Entity] = Counter()
    for mention in scene.mentions:
        ground = mention.entity if mention.kind is Kind.VENUE else None
        if ground is None or ground in elsewhere or is_of_another_day(mention):
            continue
        owned = is_ground_of(ground, home, known)
        is_named = owned is None and (names_ground(mention, known) or is_told(mention, scene))
        if owned or is_named:
            counts[ground] += (2 if mention.sentence.number < LEAD else 1) + 2 * bool(owned)
    return max(counts, key=lambda ground: (counts[ground], ground.name), default=None)


def is_ground_of(ground: Entity, home: Entity | None, known: KnownNames) -> bool | None:
    """Whether a ground is that of the home side; nothing where the lists do not know."""
    owners = {club for form in ground.forms for club in known.clubs_at(form)}
    clubs = {club for form in home.forms for club in known.clubs_called(form)} if home else set()
    return bool(owners & clubs) if owners and clubs else None


def is_of_another_day(mention: Mention) -> bool:
    """Whether a ground is named for another match: "in the second leg at Brevik Park"."""
    near = " ".join(t.text.lower() for t in clause_of(mention))
    return any(phrase in near for phrase in words("setting", "other_match"))


def is_told(ground: Mention, scene: Scene) -> bool:
    """Whether a set phrase tells of a ground: "Norheim Park saw", "silenced Norheim Park"."""
    places = table("nouns", "places")
    if not set(ground.token.text.split()) & frozenset().union(*places.values()):
        return False
    told = told_of("venue", [ground.sentence], scene)
    return any(marked.mentions[int(found["ground"])] == ground for marked, found in told)


def names_ground(mention: Mention, known: KnownNames) -> bool:
    """Whether a name is that of a ground the match was played on: "a 2-0 win at Norheim Park".

    Shots are at people too: "fired straight at Hansen"; such a name needs a match beside it.
    """
    tokens = mention.sentence.tokens[max(0, mention.first - 3) : mention.first]
    if not any(t.text.lower() == "at" for t in tokens):
        return False
    places = table("nouns", "places")
    parts = set(mention.token.text.split())
    if known.is_ground(mention.token.text) or parts & frozenset().union(*places.values()):
        return True
    before = mention.sentence.tokens[max(0, mention.first - 8) : mention.first]
    return any(t.text.lower() in words("results", "played") for t in before)
