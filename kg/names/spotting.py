"""Spot the names in a report by how they are written; what they name is decided later.

A name is a run of capitalised words: "Marco Rovani", "FC Brevik", "Champions League". The
first word of a sentence is capitalised anyway, so it counts only if it is no common word, or if the
report writes it with a capital elsewhere too (`openings`). A headline in capitals has the names
that the rest of the report has.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.lang.en.stop_words import STOP_WORDS

from kg.blocks import Block, Kind
from kg.lexicon import table, words
from kg.names.former import without_former
from kg.names.glued import unglued
from kg.names.openings import Spelling, opens_with_given_name, strip_opening
from kg.names.paired import pairs_of
from kg.names.parting import describes, parts_of
from kg.names.runs import Run, find_runs, is_title_case
from kg.names.shouting import hushed, strip_shouted
from kg.names.surnames import is_surname, surnames_in
from kg.sheets.tokens import SHORT, in_title

# A pronoun and its verb: "'I've never seen that,' said Kaba."
CONTRACTION = re.compile(
    r"(?:I|We|You|He|She|It|They|That|There|Who|What|Here)['’](?:m|ve|ll|d|re)", re.IGNORECASE
)

# "Hallvik Town 2-1 Brevik: Kaba Strikes Late", "Report | Hallvik Town v Brevik | Fjord League".
SIDE = r"[^\W\d_a-z][^\s|:;,()]*(?: (?:[^\W\d_a-z][^\s|:;,()]*|&|and|of|de|du|la)){0,3}"
BESIDE_SCORE = re.compile(
    rf"(?:^|[|:] ?| [–—-] )(?P<home>{SIDE}) (?:\d{{1,2}} ?[-–:] ?\d{{1,2}}|vs?\.?|versus) "
    rf"(?P<away>{SIDE})(?=\s*(?:$|[|:;,(]|[–—-] ))"
)
NO_SIDE = (words("names", "of_headlines") | STOP_WORDS) - {"and", "of"}


@dataclass(frozen=True)
class Name:
    """A stretch of the report that is written like a name; `start` and `end` are report offsets."""

    text: str
    start: int
    end: int


def spot(
    blocks: Iterable[Block],
    common: frozenset[str],
    capitalised: frozenset[str],
    listed: Sequence[Name] = (),
) -> tuple[Name, ...]:
    """The names of a report in text order.

    Args:
        blocks: the blocks of the report.
        common: words that English writes in lower case.
        capitalised: words English always capitalises and which name nobody: days, nationalities.
        listed: the names in its team sheets.
    """
    unread = (Kind.BOILERPLATE, Kind.BYLINE, Kind.DATE_LINE, Kind.TEAM_SHEET)
    readable = [b for b in blocks if b.kind not in unread]
    plain = [b for b in readable if not is_title_case(b.text)]
    pairs = pairs_of(readable, common)
    runs = unglued(without_former([run for block in plain for run in find_runs(block, pairs)]))
    spelling = spelling_of(runs, common, capitalised)
    spelling = replace(spelling, whole=spelling.whole | whole_names(listed))
    names = [*listed, *(name for run in runs for name in names_in(run, spelling))]
    known = frozenset(form for name in names for form in (name.text, name.text.split()[-1]))
    for block in readable:
        if is_title_case(block.text):
            beside = names_beside_score(block)
            names += beside
            names += (
                name
                for name in names_in_capitals(block, known, spelling)
                if not any(overlap(name, other) for other in beside)
            )
    return tuple(sorted(names, key=lambda name: name.start))


def whole_names(listed: Iterable[Name]) -> frozenset[tuple[str, ...]]:
    """The names and surnames in a team sheet: "Long" may open a sentence of a report on him."""
    parts = [tuple(name.text.split()) for name in listed]
    surnames = [part[-1:] for part in parts if part[-1].lower() not in STOP_WORDS]
    return frozenset((*parts, *surnames))


def spelling_of(
    runs: Sequence[Run], common: frozenset[str], capitalised: frozenset[str]
) -> Spelling:
    """How the runs of a report write words."""
    sure = [run.words for run in runs if not run.opens_sentence]
    evident = {word for run in sure for word in run if word not in capitalised}
    evident |= {word for run in runs for word in run.words[1:]}
    evident |= {run.words[0] for run in runs if opens_with_given_name(run.words)}
    surnames = surnames_in(runs, common, capitalised)
    return Spelling(common, capitalised, frozenset(evident), frozenset(sure), surnames)


def names_in(run: Run, spelling: Spelling) -> Iterator[Name]:
    """The names of one run."""
    text, spans = run.block.text, run.spans
    if is_surname(run, spelling):
        spelling = replace(spelling, capitalised=spelling.capitalised - spelling.surnames)
    if run.opens_sentence:
        run = replace(run, spans=strip_shouted(run, spelling))
        spans = strip_opening(run, spelling)
    for part in parts_of(text, spans, spelling.capitalised):
        start, end = part[0][0], part[-1][1]
        name = as_in_prose(" ".join(text[start:end].split()))
        if run.opens_sentence:
            name = hushed(name, spelling)
        if is_name(name, spelling):
            yield Name(name, run.block.start + start, run.block.start + end)


def names_in_capitals(block: Block, known: frozenset[str], spelling: Spelling) -> list[Name]:
    """The names of a headline that capitalises every word: those that the report has elsewhere."""
    found: list[Name] = []
    for name in sorted(known, key=lambda name: (-len(name), name)):
        if " " not in name and name.lower() in spelling.common and not block.text.isupper():
            continue
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", block.text, re.IGNORECASE):
            start, end = block.start + place.start(), block.start + place.end()
            if place.group()[0].isupper() and all(end <= n.start or n.end <= start for n in found):
                found.append(Name(name, start, end))
    if block.text.isupper():
        return found
    if found:
        named = (name for run in find_runs(block) for name in names_in(run, spelling))
        of_match = (name for name in named if names_competition(name))
        return [*found, *(n for n in of_match if not any(overlap(n, other) for other in found))]
    return [name for run in find_runs(block) for name in names_in(run, spelling)]


def names_competition(name: Name) -> bool:
    """Whether a name is a competition's or a group's: "Norland Cup", "Group D"."""
    told, parts = table("nouns", "competitions"), name.text.split()
    return parts[-1] in told["words"] or (len(parts) == 2 and parts[0] in told["stages"])


def overlap(one: Name, other: Name) -> bool:
    """Whether two names share a letter of the report."""
    return one.start < other.end and other.start < one.end


def names_beside_score(block: Block) -> list[Name]:
    """The two names of a headline's score, unknown as they may be: "Hallvik Town 2-1 Brevik"."""
    found = BESIDE_SCORE.search(block.text)
    spans = [found.span("home"), found.span("away")] if found else []
    sides = [(block.text[start:end], start, end) for start, end in spans]
    if any(set(side.lower().split()) & NO_SIDE for side, _, _ in sides):
        return []
    return [
        Name(as_in_prose(side), block.start + start, block.start + end)
        for side, start, end in sides
    ]


def as_in_prose(name: str) -> str:
    """A name of several words in capitals, as the rest of the report has it: "IVO KABA headed"."""
    affixes = table("nouns", "clubs")["affixes"]
    parts = name.split()
    if len(parts) < 2 or not name.isupper() or len(max(parts, key=len)) <= SHORT:
        return name
    return " ".join(p if p in affixes or len(p) < SHORT else in_title(p, short=1) for p in parts)


def is_name(text: str, spelling: Spelling) -> bool:
    """Whether a run, once cut to size, can name anything."""
    if text in words("names", "never") or text in spelling.capitalised:
        return False
    if CONTRACTION.fullmatch(text):
        return False
    if "-" in text and " " not in text:  # "Nations-bound", "Belgium-born"
        first, last = text.split("-", maxsplit=1)[0], text.rsplit("-", 1)[1]
        if last.islower() and (last in spelling.common or first in spelling.capitalised):
            return False
        if describes(text):
            return False
    return len(text) > 1
