"""Cut a report into blocks, because a caption is weaker than prose and a date line is no fact."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.blocks.block import Block, Kind, Layout
from kg.blocks.boilerplate import heads_links, is_boilerplate, is_byline, label
from kg.blocks.datelines import Dateline, find_dateline
from kg.blocks.paragraphs import MINUTE, paragraphs
from kg.lexicon import guarded, pattern, table
from kg.report import SENTENCE_END, Report
from kg.report.written_dates import is_only_dates
from kg.sheets import Sheet, Span, read_sheet

STAMP = re.compile(r"\s*date \d{4}-\d\d-\d\d(?: (?=[A-Z0-9]))?")
ONLY_A_DATE = re.compile(
    r"^[\s\d/:.,\-]*(?:(?:GMT|UTC|BST|AM|PM)?[+\-\d: ]*)$|^\s*(?:\w+day,? )?\d{1,2} \w+ \d{4}\s*$"
)
CAPTION = guarded("boilerplate", "caption")
CREDIT = guarded("boilerplate", "credit")
SIGN_OFF = pattern("boilerplate", "sign_off")
LONGEST_TEASER = 120  # characters
BULLETS = ("- ", "– ", "— ", "• ", "* ", "· ", "▪ ", "> ", "» ")
BEHIND_SHEET = re.compile(r"[.,;:|)\]\"”*]*")


def cut(report: Report) -> Layout:
    """Cut a report into its blocks, and read its team sheet."""
    text = report.readable
    sheet = read_sheet(text)
    spans = sheet_spans(text, sheet)
    blocks = [block(Kind.TEAM_SHEET, text, span.start, span.end) for span in spans]
    datelines: list[Dateline] = []
    for first, last in paragraphs(without(text, spans)):
        start, end = first, last
        stamp = STAMP.match(text, start, end)
        if stamp:
            blocks.append(block(Kind.DATE_LINE, text, start, stamp.end()))
            start = stamp.end()
        opens = all(b.kind is not Kind.PROSE for b in blocks)
        place = find_dateline(text, start, end, first=opens)
        if place:
            datelines.append(place)
            blocks.append(block(Kind.DATE_LINE, text, start, place.end))
            start = place.end
        elif labelled := label().match(text, start, end):
            blocks.append(block(Kind.BOILERPLATE, text, start, labelled.end()))
            start = labelled.end()
        if signed := SIGN_OFF.search(text, start, end):
            blocks.append(block(Kind.BYLINE, text, signed.start(), end))
            end = signed.start()
        if text[start:end].strip():
            blocks.append(block(kind_of(text[start:end]), text, start, end))
    blocks.sort(key=lambda b: b.start)
    return Layout(tuple(in_context(blocks, datelines)), next(iter(datelines), None), sheet)


def sheet_spans(text: str, sheet: Sheet | None) -> tuple[Span, ...]:
    """The stretches of a text that are parts of its team sheet, with the stops behind them."""
    found: list[Span] = []
    for part in sheet.spans if sheet else ():
        stops = BEHIND_SHEET.match(text, part.end)
        found.append(Span(part.start, stops.end() if stops else part.end))
    return tuple(found)


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with line breaks for some stretches, as long as before."""
    for span in spans:
        text = text[: span.start] + "\n" * (span.end - span.start) + text[span.end :]
    return text


def block(kind: Kind, text: str, start: int, end: int) -> Block:
    """A block without the white space around it."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    return Block(kind, start, end, text[start:end].replace("\n", " ").replace("\t", " "))


def kind_of(text: str) -> Kind:
    """What a paragraph is, seen by itself: the first kind whose signs it shows, else prose."""
    line = text.strip()
    is_sentence = bool(SENTENCE_END.search(line))
    is_cut_off = line.endswith(("...", "…"))
    signs = (
        (Kind.PROSE, MINUTE.match(line)),
        (Kind.BOILERPLATE, is_boilerplate(line, is_sentence=is_sentence) or heads_links(line)),
        (Kind.DATE_LINE, ONLY_A_DATE.match(line) or is_only_dates(line)),
        (Kind.BYLINE, is_byline(line)),
        (Kind.CAPTION, CREDIT.search(line)),
        (Kind.CAPTION, CAPTION.search(line) and (is_cut_off or not is_sentence)),
        (Kind.HEADLINE, len(line) < 100 and not is_sentence),
    )
    return next((kind for kind, shows in signs if shows), Kind.PROSE)


def in_context(blocks: Iterable[Block], datelines: Sequence[Dateline]) -> Iterator[Block]:
    """The blocks as what they are where they stand.

    What stands before a dateline is caption or headline, a single word there nothing; the headlines
    below "Most read" are of other stories.
    """
    last = max((dateline.start for dateline in datelines), default=0)
    in_links = False
    for one in blocks:
        kind = settled(one, before_dateline=one.end <= last)
        is_line = kind in (Kind.HEADLINE, Kind.CAPTION, Kind.BOILERPLATE) or is_teaser(one.text)
        in_links = (in_links and is_line) or heads_links(one.text)
        yield replace(one, kind=Kind.BOILERPLATE if in_links else kind)


def is_teaser(line: str) -> bool:
    """Whether a line below "Most read" is a link though it ends as a sentence does."""
    return len(line) < LONGEST_TEASER and (line.startswith(BULLETS) or line.endswith("?"))


def settled(block: Block, *, before_dateline: bool) -> Kind:
    """What a block is where it stands."""
    words = block.text.split()
    names_match = bool(words) and words[-1] in table("nouns", "competitions")["words"]
    if block.kind is Kind.HEADLINE and len(words) < 3 and not (names_match and len(words) > 1):
        return Kind.BOILERPLATE
    if before_dateline and block.kind is Kind.PROSE and CAPTION.search(block.text):
        return Kind.CAPTION
    return block.kind
