"""Which names and values mean the same, in one report."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PEOPLE = frozenset(
    {"scorer", "assist", "player", "on", "off", "taker", "keeper", "person", "referee"}
)
TEAMS = frozenset({"home", "away", "team", "winner", "home_side"})
# Columns where a name may be longer or shorter: "Cup" for "Hallmark Cup".
LOOSE = frozenset({"competition", "stage", "venue", "city"})
AFFIXES = frozenset({"fc", "afc", "cf", "sc", "ac", "bc", "fk", "if", "club", "the", "uefa"})

INITIALS = re.compile(r"\b([A-Za-z])\.(?=[A-Za-z]\b|$|\s)")
ROUNDS = re.compile(r"\b(quarter|semi)[ -]?finals?\b")
WORDS = re.compile(r"[a-z0-9+]+")


def normalise(text: str) -> str:
    """The words of a name in lower case, without accents, punctuation and what clubs append.

    >>> normalise("F.C. Bödo-Hallvik"), normalise("Semi-finals")
    ('bodo hallvik', 'semifinal')
    """
    letters = unicodedata.normalize("NFKD", text)
    bare = INITIALS.sub(r"\1", "".join(c for c in letters if not unicodedata.combining(c)))
    words = WORDS.findall(ROUNDS.sub(r"\1final", bare.lower()).replace("-", " "))
    return " ".join([word for word in words if word not in AFFIXES] or words)


@dataclass(frozen=True)
class Names:
    """The forms of each name that a report uses, in normal form.

    `surname_is_enough` takes a surname for a person's name also where the report has a fuller one.
    """

    forms: Mapping[str, frozenset[str]]
    surname_is_enough: bool = False

    def same(self, column: str, gold: str, found: str) -> bool:
        """Whether a value of a graph says what a value of the gold says."""
        if column in LOOSE:
            return any(is_loosely(form, found) for form in self.forms.get(gold, frozenset({gold})))
        if column == "minute":
            return gold.replace(" ", "") == found.replace(" ", "")
        mine, other = normalise(gold), normalise(found)
        accepted = self.forms.get(gold, frozenset({mine}))
        if mine == other or column not in PEOPLE | TEAMS:
            return mine == other
        if column in TEAMS:
            return other in accepted or self.bearer(other) == gold
        enough = 1 if self.surname_is_enough else min(2, len(mine.split()))
        return other in accepted and len(other.split()) >= enough

    def bearer(self, found: str) -> str | None:
        """The one name that begins a found one or that it begins: "Hallvik Town", "Hallvik"."""
        bearers = {
            name
            for name, forms in self.forms.items()
            for form in forms
            if f"{found} ".startswith(f"{form} ") or f"{form} ".startswith(f"{found} ")
        }
        return bearers.pop() if len(bearers) == 1 else None


def is_loosely(form: str, found: str) -> bool:
    """Whether all words of one name are in the other."""
    mine, other = set(normalise(form).split()), set(normalise(found).split())
    return bool(mine and other) and (mine <= other or other <= mine)


def to_names(forms: Mapping[str, Iterable[str]], *, surname_is_enough: bool = False) -> Names:
    """The names of a report, from the forms it uses of each."""
    return Names(
        {
            name: frozenset(normalise(form) for form in (name, *others))
            for name, others in forms.items()
        },
        surname_is_enough,
    )
