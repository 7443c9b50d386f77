"""Spot the names in a report by how they are written; what they name is decided later.

A name is a run of capitalised words: "Cristian Romero", "FC Midtjylland", "Champions League". The
first word of a sentence is capitalised anyway, so it counts only if it is no common word ("Defender
Alexander Scholz" is Alexander Scholz) or if the report writes it with a capital elsewhere too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from kg.blocks import Block, Kind
from kg.lexicon import table, words

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
WORD = rf"[{CAPITAL}][^\W_]*(?:[’'`](?!s\b)[^\W_]+|-[^\W_]+)*"
INITIALS = rf"(?:[{CAPITAL}]\.){{1,3}}"
CAPITALISED = re.compile(rf"(?<!\w)(?:{INITIALS}|{WORD}(?:'(?= (?:Park|Road|Lane|Ground)))?)")
GAP = re.compile(r" ((?:[^\W_]+|&) )?((?:[^\W_]+|&) )?")
SENTENCE_START = re.compile(r"(?:^|[.!?:;][\"'”’)]*|[“\"‘(—–]|\s[-]\s)\s*$")
SENTENCE_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(]*(?:[^\W_a-zà-ÿ]|\d))")
TITLE_CASE_SHARE = 0.6


@dataclass(frozen=True)
class Name:
    """A stretch of the report that is written like a name; `start` and `end` are report offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Run:
    """A run of capitalised words in a block: their offsets, and whether it opens a sentence."""

    block: Block
    spans: tuple[tuple[int, int], ...]
    opens_sentence: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The capitalised words and particles of the run."""
        return tuple(self.block.text[start:end] for start, end in self.spans)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences of a block: a full stop, white space, a capital or a figure."""
    spans, start = [], 0
    for end in SENTENCE_BREAK.finditer(text):
        before = text[start : end.start()]
        last = before.rsplit(None, 1)[-1].lstrip("(\"'“‘") if before.split() else ""
        is_initial = len(last) == 1 and last.isupper() and end.group().startswith(".")
        if is_initial or (last in words("names", "abbreviations") and end.group().startswith(".")):
            continue
        spans.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple((s, s + len(text[s:e].rstrip())) for s, e in spans)


def spot(
    blocks: Iterable[Block], common: frozenset[str], capitalised: frozenset[str]
) -> tuple[Name, ...]:
    """The names of a report in text order.

    Args:
        blocks: the blocks of the report.
        common: words that English writes in lower case.
        capitalised: words English always capitalises and which name nobody: days, nationalities.
    """
    readable = [b for b in blocks if b.kind not in (Kind.BOILERPLATE, Kind.BYLINE, Kind.DATE_LINE)]
    runs = [run for b in readable for run in find_runs(b)]
    sure = [run for run in runs if not run.opens_sentence and not is_title_case(run.block.text)]
    evident = {word for run in sure for word in run.words if word not in capitalised}
    evident |= {
        w
        for run in runs
        if len(run.words) > 1
        for w in run.words[1:]
        if not is_title_case(run.block.text)
    }
    whole = {run.words for run in sure}
    names: list[Name] = []
    for run in runs:
        spans = run.spans
        if is_title_case(run.block.text) or run.opens_sentence:
            spans = strip_opening(run, common, evident, whole)
        for part in split(run.block.text, spans, capitalised):
            start, end = part[0][0], part[-1][1]
            text = " ".join(run.block.text[start:end].split())
            if is_name(text, capitalised, common):
                names.append(Name(text, run.block.start + start, run.block.start + end))
    return tuple(names)


def find_runs(block: Block) -> Iterable[Run]:
    """The runs of capitalised words in a block, with the particles between them."""
    text, position = block.text, 0
    particles, opening = words("names", "particles"), words("names", "opening_particles")
    while found := next_word(text, position):
        spans = [found]
        before = re.search(r"(\S+) $", text[max(0, found[0] - 12) : found[0]])
        if before and before[1] in opening and not SENTENCE_START.search(text[: found[0]]):
            spans.insert(0, (found[0] - len(before[1]) - 1, found[0] - 1))
        while True:
            gap = GAP.match(text, spans[-1][1])
            following = next_word(text, spans[-1][1])
            if not following or not gap:
                break
            between = text[spans[-1][1] : following[0]].split()
            of_ground = (
                between in (["of"], ["of", "the"])
                and text[slice(*spans[-1])] in table("nouns", "places")["ground_first"]
            )
            if text[spans[-1][1] : following[0]].strip(" ").strip() and not (
                (all(w in particles for w in between) and text[spans[-1][1]] == " ") or of_ground
            ):
                break
            if (
                text[spans[-1][1] : following[0]].replace(" ", "") != "".join(between)
                or text[spans[-1][1]] != " "
            ):
                break
            spans.append(following)
        yield Run(block, tuple(spans), bool(SENTENCE_START.search(text[: spans[0][0]])))
        position = spans[-1][1]


def next_word(text: str, position: int) -> tuple[int, int] | None:
    """The next capitalised word; "St James' Park" keeps its apostrophe."""
    found = CAPITALISED.search(text, position)
    if not found:
        return None
    end = found.end()
    if found.group() in ("St", "Mt") and text[end : end + 1] == ".":
        end += 1
    return found.start(), end


def strip_opening(
    run: Run, common: frozenset[str], evident: set[str], whole: set[tuple[str, ...]]
) -> tuple[tuple[int, int], ...]:
    """Drop the words at the start of a sentence that are only capitalised because of that."""
    spans = run.spans
    while spans:
        run_words = tuple(run.block.text[start:end] for start, end in spans)
        word = run_words[0]
        if run_words in whole or any(run_words[: len(w)] == w for w in whole if len(w) > 1):
            break
        plain = word.lower().split("-")[-1] if "-" in word else word.lower()
        in_caption = run.block.kind is Kind.CAPTION and len(run_words) > 1 and plain not in roles()
        if word.lower() in STOP_WORDS or (
            plain in common and word not in evident and not in_caption
        ):
            spans = spans[1:]
            continue
        break
    return spans


@cache
def roles() -> frozenset[str]:
    """The nouns that may stand before a name: "Defender Alexander Scholz"."""
    return frozenset().union(*table("nouns", "roles").values(), *table("nouns", "people").values())


def split(
    text: str, spans: tuple[tuple[int, int], ...], capitalised: frozenset[str]
) -> Iterable[tuple[tuple[int, int], ...]]:
    """Part what stands side by side: "Champions League | Group D", "Croatian | Mario Mandurik"."""
    competition = table("nouns", "competitions")["words"]
    after = words("names", "after_competition")
    stages = table("nouns", "competitions")["stages"]
    part: list[tuple[int, int]] = []
    seen_competition = False
    for start, end in spans:
        word = text[start:end]
        if part and (word in stages or (seen_competition and word not in competition | after)):
            yield tuple(part)
            part, seen_competition = [], False
        if not part and word in capitalised and not follows_competition(text, end, competition):
            continue
        part.append((start, end))
        seen_competition = seen_competition or word in competition
    if part:
        yield tuple(part)


def follows_competition(text: str, position: int, competition: frozenset[str]) -> bool:
    """Whether the next words are a competition's: "Spanish" in "the Spanish Cup"."""
    following = text[position : position + 40].split()[:2]
    return any(word.strip(".,;:'’s") in competition for word in following)


def is_name(text: str, capitalised: frozenset[str], common: frozenset[str]) -> bool:
    """Whether a run, once cut to size, can name anything."""
    if text in words("names", "never") or text in capitalised:
        return False
    if "-" in text and " " not in text:  # "Nations-bound", "Belgium-born"
        last = text.rsplit("-", 1)[1]
        if last.islower() and (last in common or text.split("-", maxsplit=1)[0] in capitalised):
            return False
    return len(text) > 1


def is_title_case(text: str) -> bool:
    """Whether a line writes nearly all its words with a capital, as some headlines do."""
    long_words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return (
        len(long_words) > 3
        and sum(w[0].isupper() for w in long_words) / len(long_words) > TITLE_CASE_SHARE
        and not text.rstrip().endswith(".")
    )
