"""Cut a text into sentences and into runs of capitalised words, which names are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.blocks import Block
from kg.lexicon import in_order, table, words

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
# "O'Leary", "Smith-Rowe", "Karsk A&M"
WORD = rf"[{CAPITAL}][^\W_]*(?:[’'`](?![sS]\b)[^\W_]+|-[^\W_]+|&(?=[{CAPITAL}])[^\W_]+)*"
INITIALS = rf"(?:[{CAPITAL}]\.){{1,3}}"
OF_SAINT = rf"(?<=\bSt )[{CAPITAL}][^\W_]+[’']s\b(?:-[^\W_]+)?"  # "St Olaf's"
BEFORE_GROUND = (
    r"(?:Park|Road|Lane|Ground|Stadium|Arena|Field|Fields|Green|Meadow|Cross)\b(?! [A-Z][a-z])"
)
OF_GROUND = rf"{WORD}[’']s(?= {BEFORE_GROUND})"  # "Queen's Park"
NO_PREFIX = r"(?!(?:Ex|Then|Pre|Post|Anti|Pro)-)"  # "Ex-Brevik captain"
NO_FIGURE = r"(?!Nos?\b\.? ?\d)"  # "Brevik No 1 Hansen"
NO_OWNER = r"(?<![A-Z][’'](?=S\b))"  # "HALLVIK'S"
CAPITALISED = re.compile(
    rf"(?<!\w){NO_OWNER}{NO_PREFIX}{NO_FIGURE}"
    rf"(?:{INITIALS}|{OF_SAINT}|{OF_GROUND}|{WORD}(?:[’'](?= {BEFORE_GROUND}))?)"
)
GAP = re.compile(r" ((?:[^\W_]+|&) )?((?:[^\W_]+|&) )?")
MINUTE = r"\d{1,3}(?:\s?\+\s?\d{1,2})?\s?(?:['’′]|mins?\b)"  # at the head of a line of a ticker
# A word that opens sentences, behind a link that ends in no stop: "Lund caps comeback And Kaba".
OPENER = (
    rf"(?:(?:{'|'.join(in_order('names', 'sentence_openers'))})\b"
    rf"|(?:{'|'.join(in_order('names', 'opens_before_small'))}) (?=[^\W\d_{CAPITAL}]))"
)
PASTED = rf"(?<=[^\W\d_{CAPITAL}]) (?={OPENER})"
ONLY_MINUTE = re.compile(rf"(?:\W*{MINUTE}|\W)?\s*")
STOPS, CLOSING_MARKS, OPENING_MARKS = (".", "!", "?", ":", ";"), "\"'”’)", tuple('“"‘(—–')
OPENS_PASTED = re.compile(PASTED)
ENTRY = re.compile(rf"\W*{MINUTE}\W*(?=[^\W\d_])")
# A stop without a space behind it, where lines were joined: "against Brevik.Kaba scored".
RUN_ON = rf"(?<=[a-zà-ÿ]{{3}})[.!?][\"”’)]?(?=[“‘]?[{CAPITAL}][^\W\d_{CAPITAL}])"
STOP = rf"[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(]*(?:[^\W_a-zà-ÿ]|\d))|{RUN_ON}"
AT_STOP, SENTENCE_BREAK = re.compile(STOP), re.compile(rf"{STOP}|{PASTED}")
BEFORE = re.compile(r"(\S+) $")
SPONSOR = re.compile(r"[a-z]+\d+")
REACH = 12  # characters before a word in which a particle of it stands
SCORE_LINE = re.compile(r"\D+ \d{1,2},? \D+ \d{1,2}\s*")  # "HALLVIK TOWN 2 BREVIK 1"
TITLE_CASE_SHARE = 0.7

Span = tuple[int, int]  # offsets in the text of a block
Pairs = frozenset[tuple[str, str]]  # words that "of" makes one name


@dataclass(frozen=True)
class Run:
    """A run of capitalised words in a block: their offsets, and whether it opens a sentence."""

    block: Block
    spans: tuple[Span, ...]
    opens_sentence: bool

    @property
    def words(self) -> tuple[str, ...]:
        """The capitalised words and particles of the run."""
        return tuple(self.block.text[start:end] for start, end in self.spans)


def sentences(text: str) -> tuple[Span, ...]:
    """Offsets of the sentences of a block: a full stop, white space, a capital or a figure.

    The minute before a line of a ticker stands by itself: "67'" and "Kaba heads in".
    """
    entry = ENTRY.match(text)
    spans, start = [], 0
    if entry:
        spans, start = [(0, entry.end())], entry.end()
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


def find_runs(block: Block, pairs: Pairs = frozenset()) -> Iterator[Run]:
    """The runs of capitalised words in a block, with the particles between them."""
    text, position = block.text, 0
    while found := next_word(text, position):
        particle = opening_particle(text, found)
        spans = (*([particle] if particle else []), *words_from(text, found, pairs))
        yield Run(block, spans, opens(text, spans[0][0]))
        position = spans[-1][1]


def opens(text: str, position: int) -> bool:
    """Whether a sentence opens at a place of a text, be it that the one before has no end."""
    if is_ended(text[:position]):
        return True
    return position > 0 and bool(OPENS_PASTED.match(text, position - 1))


def is_ended(before: str) -> bool:
    """Whether a sentence may open behind a text: at its end stands a stop, a dash or a bracket."""
    told = before.rstrip()
    if told.endswith(OPENING_MARKS) or told.rstrip(CLOSING_MARKS).endswith(STOPS):
        return True
    is_dash = told != before and told.endswith("-") and told[-2:-1].isspace()
    return is_dash or bool(ONLY_MINUTE.fullmatch(before))


def opening_particle(text: str, word: Span) -> Span | None:
    """The small word before a name that is of it: "de Rooij", and a sponsor's "abc1 Park"."""
    before = BEFORE.search(text, max(0, word[0] - REACH), word[0])
    if before is None:
        return None
    first = text[slice(*word)]
    is_ground = first == "Park" or first in table("nouns", "places")["ground"]
    is_sponsor = is_ground and SPONSOR.fullmatch(before[1])
    is_particle = before[1] in words("names", "opening_particles")
    if is_sponsor or (is_particle and not is_ended(text[: word[0]])):
        return before.span(1)
    return None


def words_from(text: str, word: Span, pairs: Pairs) -> Iterator[Span]:
    """A capitalised word and those behind it that are of its run."""
    yield word
    while (following := next_word(text, word[1])) and goes_on(text, word, following, pairs):
        start, end = following
        if text[slice(*word)] in words("names", "lettered") and text[end - 1] == ".":
            yield start, end - 1  # "Serie A." ends a sentence
            return
        yield following
        word = following


def goes_on(text: str, word: Span, following: Span, pairs: Pairs) -> bool:
    """Whether the next capitalised word is of the same run: at most particles stand between."""
    gap = text[word[1] : following[0]]
    if gap in ("'s ", "’s ") and text[slice(*word)] in words("names", "owners"):
        return True
    between = gap.split()
    is_gap = gap.startswith(" ") and gap.replace(" ", "") == "".join(between) and GAP.match(gap)
    if not is_gap or OPENS_PASTED.match(text, word[1]):
        return False
    ground_first = table("nouns", "places")["ground_first"]
    if between in (["of"], ["of", "the"]) and text[slice(*word)] in ground_first:
        return True
    if between == ["of"] and (text[slice(*word)], text[slice(*following)]) in pairs:
        return True
    joins = between in (["and"], ["of"], ["of", "the"])
    if joins and f"{text[slice(*word)]} {between[0]}" in words("names", "joined"):
        return text[slice(*following)] not in words("given_names", "names")  # "Hayes and Ivo"
    return all(w in words("names", "particles") for w in between)


def next_word(text: str, position: int) -> Span | None:
    """The next capitalised word; "St James' Park" keeps its apostrophe."""
    found = CAPITALISED.search(text, position)
    if not found:
        return None
    end = found.end()
    if found.group() in ("St", "Mt") and text[end : end + 1] == ".":
        end += 1
    return found.start(), end


def is_title_case(text: str) -> bool:
    """Whether one sentence writes nearly all its words with a capital, as some headlines do."""
    long_words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    if text.isupper() and len(long_words) > 2 and not re.search(r"\d", text):
        return True
    return (
        len(long_words) > 3
        and sum(w[0].isupper() for w in long_words) / len(long_words) > TITLE_CASE_SHARE
        and not text.rstrip().endswith(".")
        and not AT_STOP.search(text)
        and not SCORE_LINE.fullmatch(text)
    )
