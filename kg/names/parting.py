"""Part a run of capitalised words into names: "Champions League | Group D", "Coach | Ivo Kaba".

What a run holds that is of no name falls away: titles, posts ("Hallvik Head Coach Ivo Kaba"),
buttons of the page, nationalities, words that describe ("Karsk-based Hallvik United").
"""

import re
from collections.abc import Iterable, Iterator

from kg.lexicon import in_order, table, words
from kg.names.openings import Spans, roles

WEEKDAYS = frozenset(in_order("calendar", "weekdays"))
SCORE = re.compile(r" \d{1,2} ?[-–] ?\d{1,2}\b")
BEFORE_AWARD = " of the "  # "Player of the Match Ivo Kaba"


def parts_of(text: str, spans: Spans, capitalised: frozenset[str]) -> Iterator[Spans]:
    """The names of one run, each by the offsets of its words in the text of the block.

    Args:
        text: the text of the block.
        spans: the words of the run.
        capitalised: words English always capitalises and which name nobody: days, nationalities.
    """
    for stretch in between_posts(text, without_day(text, without_award(text, spans))):
        for part in split(text, without_title(text, stretch), capitalised):
            yield without_button(text, part)


def without_award(text: str, spans: Spans) -> Spans:
    """A run without what an award before a name is for: "Player of the Match Ivo Kaba"."""
    start, end = spans[0] if spans else (0, 0)
    told = text[max(0, start - len(BEFORE_AWARD)) : start].lower() == BEFORE_AWARD
    return spans[1:] if told and text[start:end] in words("names", "awarded_for") else spans


def without_day(text: str, spans: Spans) -> Spans:
    """A run without the day behind it, as Americans write it: "won at Hallvik Sunday"."""
    before, last = (
        (text[slice(*span)] for span in (*spans, (0, 0))[-3:-1]) if spans[1:] else ("", "")
    )
    is_day = last in WEEKDAYS and before not in words("names", "before_days")
    return spans[:-1] if is_day else spans


def between_posts(text: str, spans: Spans) -> Iterator[Spans]:
    """The stretches of a run that a post written like a name parts: "Hallvik Striker Ivo Kaba"."""
    told = [text[start:end] for start, end in spans]
    first = 0
    for place, word in enumerate(told):
        begins = place
        while begins > first and told[begins - 1] in words("names", "before_posts"):
            begins -= 1
        is_post = word in words("names", "posts")
        is_post |= word in words("names", "posts_behind") and begins < place
        behind = told[place + 1] if place + 1 < len(told) else ""
        if is_post and behind not in table("nouns", "competitions")["words"]:
            if begins > first:
                yield spans[first:begins]
            first = place + 1
    if first < len(spans):
        yield spans[first:]


def without_title(text: str, spans: Spans) -> Spans:
    """A run without the titles before a name, or the labels: "Mr Bellini", "HT Hallvik"."""
    titles = words("names", "titles") | words("names", "labels")
    while len(spans) > 1:
        first, second = (text[slice(*span)] for span in spans[:2])
        leads = first in words("names", "before_titles") and second in titles and len(spans) > 2
        if first not in titles and not leads:
            break
        spans = spans[1:]
    return spans


def without_button(text: str, spans: Spans) -> Spans:
    """A run without the button of the page behind a name, or the verb: "Ivo Kaba WATCH"."""
    while len(spans) > 1 and text[slice(*spans[-1])] in words("names", "buttons"):
        spans = spans[:-1]
    verb = text[slice(*spans[-1])].lower() if len(spans) > 1 else ""
    if verb in words("names", "headline_verbs") and SCORE.match(text, spans[-1][1]):
        return spans[:-1]  # "Hallvik Fall 2-1 to Brevik"
    return spans


def split(text: str, spans: Spans, capitalised: frozenset[str]) -> Iterable[Spans]:
    """Part what stands side by side: "Champions League | Group D", "Croatian | Mario Mandurik"."""
    competition = table("nouns", "competitions")["words"]
    after = words("names", "after_competition")
    stages = table("nouns", "competitions")["stages"]
    part: list[tuple[int, int]] = []
    seen_competition = False
    for number, (start, end) in enumerate(spans):
        word = text[start:end]
        if describes(word):
            if part:  # "an Ivo Kaba-inspired win", "Champions League-bound"
                yield (*part, (start, start + word.rindex("-")))
            part, seen_competition = [], False
            continue
        apart = seen_competition and word not in competition | after
        if part and (word in stages or (apart and not follows_of(text, part[-1], start))):
            yield tuple(part)
            part, seen_competition = [], False
        following = text[slice(*spans[number + 1])] if number + 1 < len(spans) else ""
        whole = f"{word} {following}" in words("names", "joined")
        begins = words("names", "place_prefixes") | words("names", "first_too")
        begins |= words("names", "peoples_too") if number + 2 == len(spans) else set()
        prefix = following and (word in begins or is_called_by_day(text, spans, number))
        names_nobody = word in capitalised or word in words("names", "continents")
        alone = not part and names_nobody and not whole and not prefix
        if alone and not follows_competition(text, end, competition):
            continue
        part.append((start, end))
        seen_competition = seen_competition or word in competition
    if part:
        yield tuple(part)


def is_called_by_day(text: str, spans: Spans, number: int) -> bool:
    """Whether a day is the given name of whom the words around tell: "striker Sunday Kaba"."""
    start, end = spans[number]
    if text[start:end] not in WEEKDAYS or len(spans) != 2 or number:
        return False
    before = text[:start].split()[-1:]
    is_his = text.startswith(("'s ", "’s "), spans[1][1]) and before[:1] in (["from"], ["by"])
    return is_his or not roles().isdisjoint(before)


def follows_of(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether a word goes on behind "of" with the competition before it: "Cup of | Nations"."""
    joined = f"{text[slice(*before)]} {text[before[1] : start].strip()}"
    return joined in words("names", "joined")


def describes(word: str) -> bool:
    """Whether a word with a hyphen describes the name behind it: "Karsk-based Hallvik United"."""
    first, _, last = word.rpartition("-")
    whole = word.lower() in words("names", "descriptions")
    return whole or bool(first and (last in words("names", "descriptors") or is_made_of(last)))


def is_made_of(last: str) -> bool:
    """Whether the last part of a word makes it describe: "a Kaba-powered attack", "Kaba-esque"."""
    return last.islower() and last.endswith(in_order("names", "descriptive_endings"))


def follows_competition(text: str, position: int, competition: frozenset[str]) -> bool:
    """Whether the next words are a competition's: "Spanish" in "the Spanish Cup"."""
    following = text[position : position + 40].split()[:2]
    return any(word.strip(".,;:'’s") in competition for word in following)
