"""Which of the two teams of the match is at home: what is said beside them, and whose ground it is.

Every cue votes: "Hallvik's visit to Brevik" for Brevik, "the hosts" against who stands beside them,
a known ground for the club that owns it. Where nothing tells, nobody is at home.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.language import Document, Sentence, Token, lower
from kg.lexicon import Screen, Written, entries, pattern, screen, table, words
from kg.mentions.entities import Entity, Kind, Mention
from kg.mentions.match.writer import is_first_person
from kg.names.known import KnownNames

SCORE = r"\d{1,2}[-–]\d{1,2}"
LEAD = 3  # sentences that make the lead
LISTED = 4.0  # how far a team sheet says that its first team is at home
RETURN = pattern("home", "return")
OTHER_TIME = pattern("home", "other_time")
# In a cue, and its pattern.
MARKS = {"{X}": r"\{X\}", "{Y}": r"\{Y\}", "{T}": r"\{[XYT]\}", "{P}": r"\{P\}"}
OTHERS = {Kind.TEAM: "{T}", Kind.VENUE: "{G}"}  # and "{P}" for other names
# What a team is to a word that it is not the doer or the target of: "the Hallvik keeper saw to it".
MODIFIERS = frozenset({"compound", "nmod:poss", "nmod:desc"})
CLAUSE = 14  # words within which two mentions take part in one event


@dataclass(frozen=True)
class Cue:
    """A phrase that tells who is at home."""

    pattern: Written
    says: str
    weight: float


@cache
def cues() -> Screen[Cue]:
    """The cues of `home.toml`."""
    results = "|".join(sorted(words("results", "nouns")))
    return screen(
        Cue(Written(with_teams(entry["pattern"])), entry["says"], entry["weight"])
        for entry in entries("home", "cue", RESULT=results, SCORE=SCORE)
    )


def with_teams(pattern: str) -> str:
    """A pattern with its marks as they stand in a marked sentence."""
    for mark, teams in MARKS.items():
        pattern = pattern.replace(mark, teams)
    return pattern


def marked(sentence: Sentence, mentions: Sequence[Mention], x: Entity, y: Entity) -> str:
    """The sentence with the two teams written {X} and {Y}, other names {T}, {G} and {P}."""
    marks: Mapping[Entity | None, str] = {x: "{X}", y: "{Y}"}
    shown = {t.index: t.text.lower() for t in sentence.tokens}
    for mention in mentions:
        if mention.sentence is sentence and (mention.named or is_first_person(mention)):
            other = OTHERS.get(mention.kind, "{P}")
            shown[mention.head] = marks.get(mention.entity, other)
    return " ".join(shown.values()).replace(" 's", "'s").replace(" ’s", "’s")


def home_votes(
    sentence: Sentence, mentions: Sequence[Mention], one: Entity, other: Entity
) -> float:
    """How far a sentence says that `one` is at home (positive) or `other` is (negative)."""
    total = 0.0
    for x, y, sign in ((one, other, 1), (other, one, -1)):
        text = marked(sentence, mentions, x, y)
        for cue in cues().passed(text) if "{X}" in text else ():
            found = cue.pattern.search(text)
            if found and not OTHER_TIME.match(text, found.end()):
                total += cue.weight * sign * (1 if cue.says == "home" else -1)
    return total


def ground_votes(mentions: Sequence[Mention], pair: tuple[Entity, ...], known: KnownNames) -> float:
    """How far a known ground in the report speaks for the first of the pair (or against it)."""
    votes = 0.0
    for mention in mentions:
        if mention.kind is Kind.VENUE and mention.entity:
            weight = float(4 if mention.sentence.number < LEAD else 2)
            if not is_of_the_day(mention):
                weight = -weight if is_of_return(mention) else 0.0
            hosts = {club for form in mention.entity.forms for club in known.clubs_at(form)}
            for team, sign in zip(pair, (1, -1), strict=True):
                if hosts & {club for form in team.forms for club in known.clubs_called(form)}:
                    votes += sign * weight
    return votes


def is_of_the_day(mention: Mention) -> bool:
    """Whether a ground is named for this match, and not for another day's."""
    near = lower(clause_of(mention))
    return not other_day().search(near)


@cache
def other_day() -> re.Pattern[str]:
    """Any phrase for another day than that of the match."""
    phrases = table("results", "words")["other_day"] | words("home", "other_day")
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases))})\b")


def is_of_return(mention: Mention) -> bool:
    """Whether a ground is that of the second leg, and so not of this match."""
    near = lower(clause_of(mention))
    return bool(RETURN.search(near))


def clause_of(mention: Mention) -> Sequence[Token]:
    """The words around a mention up to the commas about it, eight before and five behind.

    Words of another day are none of what comes of it: "matched last month's win to go top at".
    """
    tokens = mention.sentence.tokens
    first, last = max(0, mention.first - 8), min(len(tokens), mention.last + 6)
    commas = [t.index for t in tokens[first:last] if t.text in (",", ";", "–", "—")]
    aims = [t.index for t in tokens[first : mention.first] if t.tag == "TO"]
    aims = [place for place in aims if tokens[tokens[place].head].relation == "advcl"]
    first = max([first, *aims, *(c for c in commas if c < mention.first)])
    return tokens[first : min([last, *(c for c in commas if c > mention.last)])]


def epithet_votes(mentions: Sequence[Mention], pair: tuple[Entity, ...]) -> float:
    """How far "the hosts" and "the visitors", never who is named beside, speak for the first."""
    votes = 0.0
    for epithet in mentions:
        if epithet.traits.ground and not epithet.named and epithet.kind is Kind.TEAM:
            beside = {
                m.entity
                for m in mentions
                if m.sentence is epithet.sentence
                and m.named
                and m.entity in pair
                and m.token.relation not in MODIFIERS
                and not stand_together(m, epithet)
                and abs(m.head - epithet.head) < CLAUSE
            }
            if len(beside) == 1:
                is_first = next(iter(beside)) == pair[0]
                votes += (1 if is_first else -1) * (-1 if epithet.traits.ground == "home" else 1)
    return votes


def stand_together(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one: "the hosts, Hallvik, ...", "Hallvik as hosts"."""
    first, second = sorted((one, other), key=lambda m: m.first)
    between = first.sentence.tokens[first.last + 1 : second.first]
    return len(between) <= 2 and all(t.lower in (",", "as", "from", "the") for t in between)


def at_home(
    document: Document,
    mentions: Sequence[Mention],
    pair: tuple[Entity, ...],
    known: KnownNames,
    *,
    listed: bool = False,
) -> Entity | None:
    """The home side of the report's match, if anything tells; the first that a sheet `listed`."""
    votes = ground_votes(mentions, pair, known) + epithet_votes(mentions, pair) + LISTED * listed
    involved: dict[int, set[Entity]] = {}
    for mention in mentions:
        told = mention.named or is_first_person(mention)
        if mention.entity and told and mention.kind is Kind.TEAM:
            involved.setdefault(mention.sentence.number, set()).add(mention.entity)
    for place, sentence in enumerate(document.sentences):
        others = involved.get(sentence.number, set()) - set(pair)
        if not involved.get(sentence.number, set()) & set(pair) or (
            others and not set(pair) <= involved[sentence.number]
        ):
            continue
        votes += home_votes(sentence, mentions, pair[0], pair[1]) * (1 if place < 2 * LEAD else 0.5)
    return None if abs(votes) < 1 else pair[0] if votes > 0 else pair[1]
