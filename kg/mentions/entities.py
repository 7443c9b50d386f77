"""What a mention can stand for, and how it is found in the report."""

from dataclasses import dataclass
from enum import StrEnum

from kg.language import Sentence, Token


class Kind(StrEnum):
    """What a name names."""

    PERSON = "person"
    TEAM = "team"
    VENUE = "venue"
    CITY = "city"
    COMPETITION = "competition"
    STAGE = "stage"
    OTHER = "other"


UNDER = frozenset({"amod", "compound", "flat"})  # what a word is to the head of its own phrase
EITHER = "either side"  # of whom a name stands for that both sides list
OFF_FIELD = frozenset({"manager", "staff", "official"})  # roles of `nouns.toml`


@dataclass(frozen=True)
class Entity:
    """Somebody or something the report names: the fullest name it gives, and every form it uses.

    `of` tells two players of one name apart: the side of the team sheet that lists each. Where the
    prose says no more than the name, it stands for one of `EITHER`.
    """

    kind: Kind
    name: str
    forms: tuple[str, ...] = ()
    of: str = ""

    def __hash__(self) -> int:
        """The hash of its name: entities are looked up thousands of times in a report."""
        return hash(self.name)

    @property
    def is_open(self) -> bool:
        """Whether it may be either of two players of one name."""
        return self.of == EITHER


@dataclass(frozen=True)
class Traits:
    """What the words around a mention say of it: "the Danish side", "home striker Dario Zubrin"."""

    role: str | None = None
    nationality: str | None = None
    ground: str | None = None  # "home" or "away"
    team: Entity | None = None
    manager: Entity | None = None
    nickname: str | None = None
    definite: bool = False
    former: bool = False

    @property
    def off_field(self) -> bool:
        """Whether they say that he does not play: "manager Sorensen", "referee Clara Weiss"."""
        return self.role in OFF_FIELD


@dataclass(frozen=True)
class Mention:
    """A noun phrase of a sentence that stands for an entity; token indices, `last` included.

    `named` if its last word is a name, `apposed` if a name beside it says whom it stands for: "the
    Hallvik striker" in "Bellini, the Hallvik striker,", `sole` if it can hardly stand for another.
    """

    sentence: Sentence
    first: int
    last: int
    head: int
    kind: Kind
    entity: Entity | None
    traits: Traits
    named: bool
    apposed: bool = False
    sole: bool = False

    @property
    def token(self) -> Token:
        """The word that stands for the phrase in the tree.

        The parser may take the noun of an epithet for what its first word is called: in "the
        Norland international shot" it has Norland shoot.
        """
        token = self.sentence.tokens[self.head]
        if token.relation in UNDER and not self.named and self.first <= token.head < self.head:
            return self.sentence.tokens[token.head]
        return token

    @property
    def is_pronoun(self) -> bool:
        """Whether it is "he", "they", "which" and the like."""
        return not self.named and self.token.tag.startswith(("PRP", "WP", "WDT"))

    @property
    def is_epithet(self) -> bool:
        """Whether it says what somebody is: "the winger"."""
        return not self.named and not self.is_pronoun

    @property
    def word_before(self) -> str:
        """The word before it in lower case, or nothing at the front of the sentence."""
        return self.sentence.tokens[self.first - 1].lower if self.first else ""

    @property
    def is_sure(self) -> bool:
        """Whether a name in it or beside it says whom it stands for."""
        return self.named or self.apposed

    @property
    def is_relative(self) -> bool:
        """Whether it is "who" or "whose", which stands for whoever is named right before it."""
        return self.token.lower in ("who", "whose")

    @property
    def start(self) -> int:
        """Report offset of the first character."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Report offset behind the last character."""
        return self.sentence.tokens[self.last].end

    @property
    def text(self) -> str:
        """The phrase as written."""
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]
