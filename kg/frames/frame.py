"""A frame: a verb or an action noun with the people and teams around it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.frames.modality import Standing
from kg.frames.standing import standing
from kg.language import POSSESSIVE, Sentence, Token
from kg.lexicon import table, words
from kg.mentions.entities import Mention

AFTER = frozenset({"after", "following", "when", "as", "before", ","})


@dataclass(frozen=True)
class Frame:
    """A verb or action noun of a sentence with those who take part in it.

    `doer` does it, `undergoer` suffers it; `means` is an action noun in their place with its owner
    ("Haverman's cross was guided ..."); `tail` holds the words behind the trigger that are its own,
    and none behind them are if it is `closed`; `words` are those of the whole sentence as patterns
    see them.
    """

    sentence: Sentence
    trigger: Token
    noun: bool
    tail: tuple[Token, ...]
    mentions: Mapping[int, Mention] = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    passive: bool = False
    doer: Mention | None = None
    undergoer: Mention | None = None
    means: Token | None = None
    owner: Mention | None = None
    object: Token | None = None
    closed: bool = False

    @cached_property
    def lemma(self) -> str:
        """The trigger's lemma, lower case; a noun stays as it is written ("thrashing")."""
        return self.trigger.text.lower() if self.noun else self.trigger.lemma

    @cached_property
    def standing(self) -> Standing:
        """Whether the sentence asserts what it tells: asked of the few frames that tell a fact."""
        return standing(self.sentence, self.trigger)

    @cached_property
    def tail_text(self) -> str:
        """The words of the tail, lower case, names as "{P}" and "{T}"."""
        return " ".join([self.words[token.index] for token in self.tail])

    def after(self, preposition: str) -> Mention | None:
        """The first person or team that a preposition in the tail leads to.

        What follows a noun is of another one behind it: "a header after a cross from Kaba".
        """
        actions = table("nouns", "actions")["of_player"]
        for i, token in enumerate(self.tail):
            if self.noun and (token.lower in AFTER or token.lemma in actions or token.is_verb):
                return None
            if token.text.lower() == preposition:
                for following in self.tail[i + 1 : i + 6]:
                    mention = self.mentions.get(following.index)
                    if mention and mention.entity:
                        is_balls = self.noun and self.is_balls(mention)
                        is_giver = preposition == "from" and gives_ball(mention, self.balls)
                        return None if is_balls or is_giver else mention
                    if following.tag in ("IN", "VBD", ",") and following.text.lower() != "the":
                        break
        return None

    @property
    def balls(self) -> frozenset[str]:
        """What the owner of gave, and did not score: of a header, a free-kick too."""
        is_met = self.noun and self.lemma in words("assist", "met")
        return words("assist", "deliveries" if is_met else "balls")

    def is_balls(self, mention: Mention) -> bool:
        """Whether a name tells whose ball it was: "a header from a Kaba cross"."""
        behind = self.sentence.tokens[mention.last + 1 : mention.last + 2]
        return any(t.lower in words("assist", "deliveries") for t in behind)


def gives_ball(mention: Mention, balls: frozenset[str]) -> bool:
    """Whether a person is named for the ball he gave: "a volley from Kaba's cross"."""
    tokens = mention.sentence.tokens
    is_owner = any(t.text in POSSESSIVE for t in tokens[mention.last + 1 : mention.last + 2])
    owned = [t.lower for t in tokens[mention.last + 2 : mention.last + 5]] if is_owner else []
    return bool(balls.intersection(owned))
