"""Cut a report of several matches into the passages on each: a round-up is read match by match.

What tells them apart are the names: a paragraph of a report on one match goes on about its teams
and players, one of a round-up tells the result of two teams that are named nowhere else.

"Kaba's double gave Hallvik a 2-0 win over Brevik." / "Elsewhere, Norheim and Dalby drew 1-1."

Where the result of each match stands over what is told of it, those lines part the report. In the
midst of a report on one match, `runs` of sentences may tell of another.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.blocks import Kind as BlockKind
from kg.language import Document, Sentence
from kg.mentions.entities import Kind
from kg.mentions.match.paragraphs import (
    Names,
    Naming,
    Paragraph,
    is_form,
    names_in,
    paragraphs,
    teams_among,
)
from kg.mentions.match.runs import find_runs
from kg.names.known import KnownNames

SIDES = 2
MOST_SHARED = 1  # names of a passage that another one has too: "five points ahead of Norheim"


def find_passages(
    document: Document, kinds: Mapping[str, Kind], known: KnownNames
) -> tuple[Document, ...]:
    """The passages of a report, each as a document; the report itself if it tells of one match."""
    naming = Naming(kinds, known)
    passages = list(gathered(tuple(paragraphs(document, naming)), naming))
    rest = [tuple(s for p in passage for s in p.sentences) for passage in passages[1:]]
    later = {s.number for part in rest for s in part}
    rest += find_runs([s for s in document.sentences if s.number not in later], naming)
    if not rest:
        return (document,)
    later = {s.number for part in rest for s in part}
    names = frozenset(name for part in rest for name in names_in(part, naming))
    first = tuple(
        s for s in document.sentences if s.number not in later and not heads(s, names, naming)
    )
    return tuple(part_of(document, part, leads=part is first) for part in (first, *rest))


def heads(sentence: Sentence, names: Names, naming: Naming) -> bool:
    """Whether a headline stands over several matches: it has a name of another than the first."""
    if sentence.block.kind is not BlockKind.HEADLINE:
        return False
    here = names_in((sentence,), naming)
    return any(is_form(name, other) for name in here for other in names)


def gathered(told: Sequence[Paragraph], naming: Naming) -> list[list[Paragraph]]:
    """The paragraphs of each match; one that opens none goes on about the match before.

    Two matches are told apart by the two teams of the second, or by "elsewhere". Once there are
    three, any paragraph with two teams or a score is on a match of its own that names nobody known.
    """
    teams = teams_among(naming)
    new = [new_names(one, told[:place], naming) for place, one in enumerate(told)]
    scored = [len(names & one.result) >= SIDES for names, one in zip(new, told, strict=True)]
    of_teams = [names & teams for names in new]
    sure = [
        place
        for place, has in enumerate(scored)
        if has and of_teams[place] and tells_teams(told[:place], teams)
    ]
    if len(sure) < SIDES:
        starts = {
            place
            for place in sure
            if told[place].elsewhere or len(of_teams[place] & told[place].result) >= SIDES
        }
    else:
        starts = {
            place
            for place, names in enumerate(new)
            if len(names) >= SIDES and (scored[place] or len(of_teams[place]) >= SIDES)
        }
    under = {place for place, one in enumerate(told) if is_headed(one, told[:place], naming)}
    starts = under or starts
    found: list[list[Paragraph]] = [[]]
    for place, one in enumerate(told):
        if found[0] and place in starts:
            found.append([])
        again = len(found) > 1 and not under and place not in starts and returns(one, found)
        found[0 if again else -1].append(one)
    return found


def is_headed(one: Paragraph, before: Sequence[Paragraph], naming: Naming) -> bool:
    """Whether a paragraph stands under the result of another match than the first, and is on it."""
    if not (one.headed and before):
        return False
    sides = teams_over(one, naming)
    own = {n for earlier in before for n in (teams_over(earlier, naming) or earlier.opening)}
    if all(any(is_form(side, name) for name in own) for side in sides):
        return False
    below = {t.text for s in one.sentences[1:] for t in s.tokens if t.name}
    return any(is_form(side, naming.words(name)) for name in below for side in sides)


def teams_over(one: Paragraph, naming: Naming) -> Names:
    """The two names of the line that heads a paragraph, if one does."""
    return frozenset(naming.words(t.text) for t in one.sentences[0].tokens if t.name and one.headed)


def returns(one: Paragraph, found: Sequence[Sequence[Paragraph]]) -> bool:
    """Whether a paragraph goes on about the first match, and not about the last one told."""
    first, last = ({n for p in passage for n in p.names} for passage in (found[0], found[-1]))
    if any(is_form(name, other) for name in one.names for other in last):
        return False
    return any(is_form(name, other) for name in one.names for other in first)


def tells_teams(told: Sequence[Paragraph], teams: Names) -> bool:
    """Whether paragraphs name two teams: a standfirst that names none is no match by itself."""
    return len({name for one in told for name in one.names & teams}) >= SIDES


def new_names(one: Paragraph, before: Sequence[Paragraph], naming: Naming) -> Names:
    """The names that a paragraph begins with, if nobody in it was spoken of before.

    One of them may have been, once and in passing: "two points behind Norheim". What says outright
    that it turns to another match may be on anybody but the two of the first.
    """
    if before and one.turns and before[0].result:
        back = any(
            is_form(name, side) for name in one.opening for side in rivals(before[0], naming)
        )
        return frozenset() if back else one.opening
    used = Counter(name for earlier in before for name in earlier.names)
    shared = {
        name: sum(used[other] for other in used if is_form(name, other)) for name in one.names
    }
    again = [name for name, times in shared.items() if times]
    sides = [side for earlier in before[:1] for side in earlier.opening]
    known = any(is_form(name, side) for name in again for side in sides)
    if not before or known or len(again) > MOST_SHARED or any(shared[n] > 1 for n in again):
        return frozenset()
    if again and not one.result and any(is_form(n, o) for n in again for o in before[-1].names):
        return frozenset()
    return frozenset(name for name in one.opening if not shared[name])


def rivals(lead: Paragraph, naming: Naming) -> Names:
    """The two names that a paragraph with a result names first."""
    words = (naming.words(t.text) for s in lead.sentences for t in s.tokens)
    return frozenset(list(dict.fromkeys(name for name in words if name in lead.result))[:SIDES])


def part_of(document: Document, part: Sequence[Sentence], *, leads: bool) -> Document:
    """A passage as a document of its own; the first has the headlines and the team sheet."""
    blocks = {s.block.start for s in part}
    starts = [(s.start, s.end) for s in part]
    return replace(
        document,
        blocks=tuple(b for b in document.blocks if leads or b.start in blocks),
        dateline=document.dateline if leads else None,
        sentences=tuple(replace(s, number=number) for number, s in enumerate(part)),
        names=tuple(
            n for n in document.names if any(start <= n.start < end for start, end in starts)
        ),
        sheet=document.sheet if leads else None,
        is_passage=True,
    )
