"""Cut a text into sentences and into runs of capitalised words, which names are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.blocks import Block
from kg.lexicon import table, words

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
WORD = rf"[{CAPITAL}][^\W_]*(?:[’'`](?!s\b)[^\W_]+|-[^\W_]+)*"
INITIALS = rf"(?:[{CAPITAL}]\.){{1,3}}"
OF_SAINT = rf"(?<=\bSt )[{CAPITAL}][^\W_]+[’']s\b(?:-[^\W_]+)?"  # "St Olaf's"
BEFORE_GROUND = r"(?:Park|Road|Lane|Ground|Stadium|Arena)\b"
OF_GROUND = rf"{WORD}[’']s(?= {BEFORE_GROUND})"  # "Queen's Park"
CAPITALISED = re.compile(
    rf"(?<!\w)(?:{INITIALS}|{OF_SAINT}|{OF_GROUND}|{WORD}(?:[’'](?= {BEFORE_GROUND}))?)"
)
GAP = re.compile(r" ((?:[^\W_]+|&) )?((?:[^\W_]+|&) )?")
MINUTE = r"\d{1,3}(?:\s?\+\s?\d{1,2})?\s?(?:['’′]|mins?\b)"  # at the head of a line of a ticker
SENTENCE_START = re.compile(rf"(?:^(?:\W*{MINUTE}|\W)?|[.!?:;][\"'”’)]*|[“\"‘(—–]|\s[-]\s)\s*$")
SENTENCE_BREAK = re.compile(r"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(]*(?:[^\W_a-zà-ÿ]|\d))")
TITLE_CASE_SHARE = 0.6


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
        if end.group().startswith(".") and abbreviates(text[start : end.start()]):
            continue
        spans.append((start, end.end()))
        start = end.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple((s, s + len(text[s:e].rstrip())) for s, e in spans)


def abbreviates(before: str) -> bool:
    """Whether a full stop behind a text ends no sentence: "T. Osk", "St. Olaf", not "Serie A."."""
    last_two = before.split()[-2:]
    last = last_two[-1].lstrip("(\"'“‘") if last_two else ""
    if last in words("names", "abbreviations"):
        return True
    return len(last) == 1 and last.isupper() and last_two[0] not in words("names", "lettered")


def find_runs(block: Block) -> Iterable[Run]:
    """The runs of capitalised words in a block, with the particles between them."""
    text, position = block.text, 0
    opening = words("names", "opening_particles")
    while found := next_word(text, position):
        spans = [found]
        before = re.search(r"(\S+) $", text[max(0, found[0] - 12) : found[0]])
        first = text[slice(*found)]
        is_ground = first == "Park" or first in table("nouns", "places")["ground"]
        sponsored = before and is_ground and re.fullmatch(r"[a-z]+\d+", before[1])
        particle = before and before[1] in opening
        if sponsored or (particle and not SENTENCE_START.search(text[: found[0]])):
            spans.insert(0, (found[0] - len(before[1]) - 1, found[0] - 1))  # type: ignore[index]
        while (following := next_word(text, spans[-1][1])) and goes_on(text, spans[-1], following):
            if (
                text[slice(*spans[-1])] in words("names", "lettered")
                and text[following[1] - 1] == "."
            ):
                spans.append((following[0], following[1] - 1))  # "Serie A." ends a sentence
                break
            spans.append(following)
        yield Run(block, tuple(spans), bool(SENTENCE_START.search(text[: spans[0][0]])))
        position = spans[-1][1]


def goes_on(text: str, word: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether the next capitalised word is of the same run: at most particles stand between."""
    gap = text[word[1] : following[0]]
    between = gap.split()
    if not gap.startswith(" ") or gap.replace(" ", "") != "".join(between) or not GAP.match(gap):
        return False
    ground_first = table("nouns", "places")["ground_first"]
    if between in (["of"], ["of", "the"]) and text[slice(*word)] in ground_first:
        return True
    if between == ["and"] and f"{text[slice(*word)]} and" in words("names", "joined"):
        return True
    return all(w in words("names", "particles") for w in between)


def next_word(text: str, position: int) -> tuple[int, int] | None:
    """The next capitalised word; "St James' Park" keeps its apostrophe."""
    found = CAPITALISED.search(text, position)
    if not found:
        return None
    end = found.end()
    if found.group() in ("St", "Mt") and text[end : end + 1] == ".":
        end += 1
    return found.start(), end


def is_title_case(text: str) -> bool:
    """Whether a line writes nearly all its words with a capital, as some headlines do."""
    long_words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return (
        len(long_words) > 3
        and sum(w[0].isupper() for w in long_words) / len(long_words) > TITLE_CASE_SHARE
        and not text.rstrip().endswith(".")
    )
