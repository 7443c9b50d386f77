"""Find the sentences that tell of another match in the midst of a report on one.

"Norheim also won. Berg put Dalby ahead, but Ruud levelled": the sentence that turns to the match
names two teams that do not play in the report's own, and those behind it go on about it as long as
they name nobody of the report's.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.blocks import Kind as BlockKind
from kg.language import Sentence
from kg.lexicon import pattern
from kg.mentions.match.paragraphs import (
    OPENING,
    OPENS,
    Names,
    Naming,
    in_passing,
    is_form,
    names_in,
    teams_among,
    tells_score,
)

SIDES = 2
MOST_USES = 2  # of another match's team in the rest of a report: "a point behind Norheim"
COMPARED = pattern("results", "compared")
TELLS_MATCH = pattern("results", "tells_match")

Run = tuple[Sentence, ...]


@dataclass(frozen=True)
class Cast:
    """The names of a report: its `teams`, `countries`, those of its lead, and the uses of each."""

    teams: Names
    countries: Names
    lead: Names
    uses: Mapping[frozenset[str], int]

    def turned_to(self, here: Names, before: Names, *, outright: bool) -> Names:
        """The two teams of the match that a sentence with some names turns to; none if it does not.

        One that says so outright may also name what was spoken of before: "In the other Norheim Cup
        tie"; beside the two, a country is where one of them is from.
        """
        two = frozenset(t for t in here & self.teams if not (outright and meet({t}, self.lead)))
        two = two - self.countries if len(two) > SIDES else two
        is_new = not meet(two, self.lead) and (outright or not meet(here - two, before))
        return two if is_new and len(two) == SIDES else frozenset()

    def is_told(self, two: Names, run: Sequence[Names]) -> bool:
        """Whether a run speaks of players, and the report little of its two teams but there."""
        here = Counter(name for names in run for name in names)
        elsewhere = (self.uses[team] - here[team] for team in two)
        return bool(here.keys() - self.teams) and all(uses <= MOST_USES for uses in elsewhere)


def find_runs(sentences: Sequence[Sentence], naming: Naming) -> Iterator[Run]:
    """The runs of sentences that tell of other matches, each in one paragraph.

    Only what tells a score in its lead reports a match of its own, in whose midst they stand.
    """
    told = [s for s in sentences if s.block.kind in (BlockKind.HEADLINE, BlockKind.PROSE)]
    prose = [s.number for s in told if s.block.kind is BlockKind.PROSE]
    if not any(tells_score(s) for s in told if s.number not in prose[OPENING:]):
        return
    named = [names_in((s,), naming) for s in told]
    cast, end = cast_of(told, named, naming), 1
    for place, sentence in enumerate(told):
        if place < end or sentence.block.kind is BlockKind.HEADLINE or in_passing(sentence):
            continue
        before = frozenset[frozenset[str]]().union(*named[:place])
        outright = OPENS.match(sentence.text) is not None
        two = cast.turned_to(named[place], before, outright=outright)
        about = place + reach(told[place:], named[place:], before)
        if two and TELLS_MATCH.search(sentence.text) and cast.is_told(two, named[place:about]):
            end = about
            yield tuple(told[place:end])


def cast_of(sentences: Sequence[Sentence], named: Sequence[Names], naming: Naming) -> Cast:
    """The names of a report, of those in each sentence; the lead ends behind its two teams."""
    teams = teams_among(naming)
    prose = [s.number for s in sentences if s.block.kind is BlockKind.PROSE]
    lead = set[frozenset[str]]()
    for sentence in sentences:
        if sentence.number not in prose[OPENING:] or len(lead) < SIDES:
            lead |= teams.intersection(playing_in(sentence, naming))
    uses = Counter(name for names in named for name in names)
    countries = frozenset(naming.words(n) for n in naming.kinds if naming.known.is_country(n))
    return Cast(teams, countries, frozenset(lead), uses)


def playing_in(sentence: Sentence, naming: Naming) -> Iterator[frozenset[str]]:
    """The names in a sentence but those compared with: "two points behind Norheim"."""
    for token in sentence.tokens:
        before = sentence.text[: token.start - sentence.start]
        if token.name and not COMPARED.search(before):
            yield naming.words(token.text)


def reach(sentences: Sequence[Sentence], named: Sequence[Names], before: Names) -> int:
    """How many sentences of a paragraph are about the match that the first of them turns to."""
    opening, known = sentences[0], before - named[0]
    behind = zip(sentences[1:], named[1:], strict=True)
    about = takewhile(
        lambda one: one[0].block.start == opening.block.start and not meet(one[1], known), behind
    )
    return 1 + sum(1 for _ in about)


def meet(some: Collection[frozenset[str]], others: Names) -> bool:
    """Whether some names are, or may be short for, others."""
    return any(is_form(one, other) for one in some for other in others)
