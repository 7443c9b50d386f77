"""Which minute belongs to which event of a sentence: the nearest, the clauses between counted."""

from collections.abc import Iterator, Mapping, Sequence

from kg.frames import Standing
from kg.language import DASHES, Sentence, Token, lower
from kg.lexicon import pattern
from kg.phrasings import Match
from kg.phrasings.moments import Moment

FAR = 40  # words and clauses between an event and a minute that is not its own
# The same for one that opens its sentence: "In the 58th minute, Kaba crossed and ... Dalby scored".
FAR_OPENING = 75
PER_CLAUSE = 8  # words that a finite verb between counts for
PER_BREAK = 5  # words that a comma or conjunction between counts for
UNREAL = frozenset({Standing.HYPOTHETICAL, Standing.NEGATED})
BREAKS = frozenset({",", "before", "after", "when", "but", "while", "–", "-", "and", "only"})

# The minutes of each frame of a sentence, by id(): frames hold mappings and have no hash.
Timed = Mapping[int, tuple[Moment, ...]]


def attach(found: Sequence[Match], moments: Sequence[Moment]) -> Timed:
    """The minutes of each frame that tells of events; each minute is of one frame.

    Those of one list are of one frame: "struck in the 31st and 49th minutes". One in brackets is of
    who stands right before it: "Kaba (13)".
    """
    timed: dict[int, tuple[int, tuple[Moment, ...]]] = {}
    bracketed = [moment for moment in moments if is_bracketed(moment)]
    sentence = found[0].frame.sentence if found else None
    free = [moment for moment in moments if moment not in bracketed]
    for group in lists_of(free, sentence):
        ranked = [(distance(telling, group[0]), i) for i, telling in enumerate(found)]
        nearest, i = min(ranked, default=(FAR, 0))
        opens = bool(ranked) and opens_sentence(group[0], found[i].frame.sentence)
        frame = id(found[i].frame) if found else 0
        if nearest < min(FAR_OPENING if opens else FAR, timed.get(frame, (FAR_OPENING, ()))[0]):
            timed[frame] = (nearest, group)
    attached = {frame: group for frame, (_, group) in timed.items()}
    for telling in found:
        if own := tuple(m for m in bracketed if is_behind(m, telling)):
            frame = id(telling.frame)
            attached[frame] = (*attached.get(frame, ()), *own)
    return attached


def shared(timed: Timed, told: Sequence[Match]) -> Timed:
    """The minutes, that of what might have been also for what came of it, told right behind.

    "Hallvik should have led on the hour, but Kaba hit the post": he hit it on the hour.
    """
    unreal = [t for t in told if t.frame.standing in UNREAL and id(t.frame) in timed]
    if len({id(t.frame) for t in unreal}) != 1:
        return timed
    chance = unreal[0].frame
    behind = [t.frame for t in told if t.frame.trigger.index > chance.trigger.index]
    outcome = next((f for f in behind if f.standing is Standing.ASSERTED), None)
    if outcome is None or id(outcome) in timed:
        return timed
    return {**timed, id(outcome): timed[id(chance)]}


def lists_of(moments: Sequence[Moment], sentence: Sentence | None) -> Iterator[tuple[Moment, ...]]:
    """The minutes of a sentence, those of one list together: "the 31st and 49th minutes"."""
    group: tuple[Moment, ...] = ()
    for moment in moments:
        between = ""
        if group and sentence is not None:
            start, end = group[-1].end - sentence.start, moment.start - sentence.start
            between = sentence.text[start:end]
        is_later = moment.since is not None  # "on 20 minutes, and two minutes later"
        if group and (is_later or not pattern("moments", "joined").fullmatch(between)):
            yield group
            group = ()
        group = (*group, moment)
    if group:
        yield group


def is_bracketed(moment: Moment) -> bool:
    """Whether a minute stands in brackets: "(13)"."""
    return moment.text.startswith("(")


def is_behind(moment: Moment, telling: Match) -> bool:
    """Whether a minute stands right behind somebody that a telling names."""
    ends = {mention.end for mention in telling.parts.values()}
    return bool(ends & {moment.start, moment.start - 1})


def is_taken(moment: Moment, timed: Timed) -> bool:
    """Whether a minute is that of a frame."""
    return any(moment in group for group in timed.values())


def opens_sentence(moment: Moment, sentence: Sentence) -> bool:
    """Whether a minute stands at the front, set off by a comma: "In the 58th minute, Kaba ...".

    "Three minutes later" needs none, nor does "With nine minutes left Kaba ...".
    """
    before = sentence.text[: moment.start - sentence.start]
    behind = sentence.text[moment.end - sentence.start :].lstrip()
    is_set_off = behind.startswith(",") or behind[:1].isupper() or moment.later is not None
    return is_set_off and bool(pattern("moments", "opening").match(before))


def minute_of(telling: Match, timed: Timed) -> Moment | None:
    """The minute of what a telling tells, if its sentence has one for it.

    Of a list each has his own where there are as many: "Kaba and Soldal, in the 5th and the 58th".
    """
    moments = () if telling.phrasing.untimed else timed.get(id(telling.frame), ())
    own = next((m for m in moments if is_bracketed(m) and is_behind(m, telling)), None)
    free = [m for m in moments if not is_bracketed(m)]
    if own or not free:
        return own
    return free[telling.place] if telling.of == len(free) else free[0]


def minutes_of(telling: Match, timed: Timed) -> tuple[Moment, ...]:
    """All minutes of what a telling tells: "scored twice, in the 31st and 49th minutes"."""
    return () if telling.phrasing.untimed else timed.get(id(telling.frame), ())


def distance(telling: Match, moment: Moment) -> int:
    """How far a minute is from an event, in words; other finite verbs between count as many."""
    tokens = telling.frame.sentence.tokens
    trigger = telling.frame.trigger.index
    first = next((t.index for t in tokens if t.end > moment.start), trigger)
    last = next((t.index for t in reversed(tokens) if t.start < moment.end), trigger)
    if first <= trigger <= last:
        return 0
    if moment.ahead and trigger < first:
        return FAR_OPENING
    if last < trigger and is_of_miss(tokens[:trigger]):
        return FAR_OPENING
    if trigger < first and is_of_another(tokens[:trigger], tokens[trigger + 1 : first]):
        return FAR_OPENING
    whole = tokens[last + 1 : trigger] if last < trigger else tokens[trigger + 1 : first]
    between = without_aside(whole)
    verbs = sum(t.tag in ("VBD", "VBZ") and t.lemma not in ("be", "have") for t in between)
    verbs += last < trigger and lower(between[:1]) == "before"  # of what came before: "before Kaba"
    breaks = sum(t.text.lower() in BREAKS for t in between)
    return len(between) + PER_CLAUSE * verbs + PER_BREAK * breaks


def is_of_another(before: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether a minute behind an event is told of what came later than it.

    "Kaba, who had earlier hit the bar, scored on 32 minutes", "Kaba was booked before Gomes made it
    2-1 in the 96th minute", "Kaba was replaced but Hallvik were dealt a blow on 12 minutes".
    """
    words = [token.lower for token in between]
    if "," in words and "had" in [token.lower for token in before[-3:]]:
        behind = between[words.index(",") :]
        return any(token.tag in ("VBD", "VBZ") for token in behind)
    turn = next((i for i, word in enumerate(words) if word in ("before", "but")), len(words))
    other = next((i for i, t in enumerate(between) if i > turn and t.name), len(words))
    return any(token.tag in ("VBD", "VBZ") for token in between[other:])


def is_of_miss(before: Sequence[Token]) -> bool:
    """Whether the words before an event tell of a chance missed: "spurned one late on, but"."""
    turn = next((t.index for t in before if t.lower == "but"), 0)
    return bool(turn) and pattern("moments", "missed").search(lower(before[:turn])) is not None


def without_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words but those between dashes: "after 36 minutes when Kaba - on his debut - fell"."""
    dashes = [i for i, token in enumerate(tokens) if token.text in DASHES]
    return (*tokens[: dashes[0]], *tokens[dashes[1] + 1 :]) if len(dashes) > 1 else tokens
