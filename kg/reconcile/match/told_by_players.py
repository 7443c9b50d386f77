"""Which side was at home, as what its players did tells: "Kaba silenced the home crowd".

So does who won: "the hosts deserved their win" makes the winner the home side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.facts.match import MatchFact
from kg.language import Sentence
from kg.lexicon import Screen, Written, content, entries, in_order, screen
from kg.mentions import Entity, Kind, Mention
from kg.mentions.match.home import SCORE, with_teams

BY_PLAYERS = 1.5  # how far such a phrase is trusted


@dataclass(frozen=True)
class PlayerCue:
    """A phrase of one side, at "home" or "away", and of a player {X} or of who won.

    `says` is "same" or "other", of the player's side, or "won" or "lost".
    """

    pattern: Written
    says: str
    ground: str


@cache
def player_cues() -> Screen[PlayerCue]:
    """The cues of `home.toml` by players and by outcomes, for both grounds."""
    return screen(
        PlayerCue(Written(with_teams(entry["pattern"])), entry["says"], ground)
        for ground, words in content("home")["grounds"].items()
        for section in ("player", "outcome")
        for entry in entries("home", section, SCORE=SCORE, **ways_of(words))
    )


def ways_of(ground: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """What stands in the cues for a ground: SIDE, OF_SIDE and FANS."""
    sides, adjectives = "|".join(ground["sides"]), "|".join(ground["adjectives"])
    fans = "|".join(in_order("home", "fans"))
    return {
        "SIDE": f"(?:{sides})",
        "OF_SIDE": f"(?:(?:{sides}) ?['’]s?|{adjectives})",
        "FANS": f"(?:{adjectives}) (?:{fans})",
    }


def told_by(
    sentence: Sentence,
    mentions: Sequence[Mention],
    team_of: Mapping[Entity, Entity],
    main: MatchFact,
) -> float:
    """How far a sentence says by players, or by who won, that the first side is at home."""
    total = 0.0
    for side, sign in zip(main.teams, (1, -1), strict=True):
        shown = {t.index: t.text.lower() for t in sentence.tokens}
        for m in mentions:
            if m.kind is Kind.PERSON and m.named and m.entity and m.entity in team_of:
                shown[m.head] = "{X}" if team_of[m.entity] == side else "{P}"
        text = " ".join(shown.values()).replace(" 's", "'s").replace(" ’s", "’s")
        for cue in player_cues().passed(text):
            by_player = cue.says in ("same", "other")
            if (by_player or main.winner == side) and cue.pattern.search(text):
                is_home = (cue.says in ("same", "won")) == (cue.ground == "home")
                total += sign * BY_PLAYERS * (1 if is_home else -1)
    return total
