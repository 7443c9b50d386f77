"""Which minute belongs to which event of a sentence: the nearest, the clauses between counted."""

from collections.abc import Iterator, Mapping, Sequence

from kg.facts.nearness import FAR, FAR_OPENING, distance, joins_on, leads_on, opens_sentence
from kg.language import Sentence
from kg.lexicon import pattern
from kg.phrasings import Match
from kg.phrasings.moments import Moment

PHRASE = frozenset({"IN", "DT", "JJ", "NN", "NNS", "NNP", "CD", "PRP$", "POS"})  # "of the match"
OWN_CLAUSE = pattern("moments", "own_clause")
# The minutes of each frame of a sentence, by id(): frames hold mappings and have no hash.
Timed = Mapping[int, tuple[Moment, ...]]


def attach(found: Sequence[Match], moments: Sequence[Moment]) -> Timed:
    """The minutes of each frame that tells of events; each minute is of one frame.

    Those of one list are of one frame: "struck in the 31st and 49th minutes". One in brackets is of
    who stands right before it, "Kaba (13)", or ends what is told: "poked it past Hansen (45+1).".
    """
    timed: dict[int, tuple[int, tuple[Moment, ...]]] = {}
    sentence = found[0].frame.sentence if found else None
    bracketed = [moment for moment in moments if is_bracketed(moment)]
    if sentence and not any(is_behind(m, telling) for m in bracketed for telling in found):
        bracketed = [moment for moment in bracketed if not ends_telling(moment, sentence)]
    free = [moment for moment in moments if moment not in bracketed]
    beaten: list[tuple[Moment, ...]] = []
    for group in lists_of(free, sentence):
        ranked = [(how_far(telling, group[0], found), i) for i, telling in enumerate(found)]
        nearest, i = min(ranked, default=(FAR, 0))
        opens = bool(ranked) and opens_then(group[0], found[i].frame.sentence)
        frame = id(found[i].frame) if found else 0
        if nearest >= (FAR_OPENING if opens else FAR):
            continue
        other = timed.get(frame, (FAR_OPENING, ()))
        if nearest < other[0]:
            timed[frame] = (nearest, group)
        loser = other[1] if nearest < other[0] else group
        beaten += [loser] if loser and opens_then(loser[0], found[i].frame.sentence) else []
    attached = {frame: group for frame, (_, group) in timed.items()}
    for group in beaten:
        left = [t for t in found if id(t.frame) not in attached]
        far, i = min(
            ((how_far(t, group[0], left), i) for i, t in enumerate(left)), default=(FAR, 0)
        )
        if far < FAR:
            attached[id(left[i].frame)] = group
    for telling in found:
        if own := tuple(m for m in bracketed if is_behind(m, telling)):
            frame = id(telling.frame)
            attached[frame] = (*attached.get(frame, ()), *own)
    return attached


def how_far(telling: Match, moment: Moment, found: Sequence[Match]) -> int:
    """How far a minute is from an event; it is no nearer than that of the clause that it ends.

    "Berg restored the lead after a knock-down on 52 minutes, and Lund added the third"; nor is one
    with a verb of its own of what stands before: "Kaba came on, but Hallvik needed six minutes".
    """
    first = next((t.index for t in telling.frame.sentence.tokens if t.end > moment.start), 0)
    is_ended = any(t.frame.trigger.index < first for t in found) and joins_on(telling, moment)
    is_other = telling.frame.trigger.index < first and OWN_CLAUSE.match(moment.text) is not None
    return FAR if is_ended or is_other else distance(telling, moment)


def opens_then(moment: Moment, sentence: Sentence) -> bool:
    """Whether a minute is set before all that is told behind it."""
    return opens_sentence(moment, sentence) or leads_on(moment, sentence)


def lists_of(moments: Sequence[Moment], sentence: Sentence | None) -> Iterator[tuple[Moment, ...]]:
    """The minutes of a sentence, those of one list together: "the 31st and 49th minutes"."""
    group: tuple[Moment, ...] = ()
    for moment in moments:
        between = ""
        if group and sentence is not None:
            start, end = group[-1].end - sentence.start, moment.start - sentence.start
            between = sentence.text[start:end]
        # No list is "on 20 minutes, and two minutes later", or "after the break, and in the 63rd".
        is_apart = moment.since is not None or any(m.about for m in (*group, moment))
        is_apart |= sentence is not None and leads_on(moment, sentence)  # "on 22, and 31 when"
        is_list = pattern("moments", "joined").fullmatch(between)
        if is_list and sentence is not None:
            behind = sentence.text[moment.end - sentence.start :]
            acts = pattern("moments", "acts_behind").match(behind) is not None
            is_apart |= ("," in between and acts) or opens_clause(moment, sentence)
        is_list = is_list or pattern("moments", "the_second").search(between)
        if group and (is_apart or not is_list):
            yield group
            group = ()
        group = (*group, moment)
    if group:
        yield group


def opens_clause(moment: Moment, sentence: Sentence) -> bool:
    """Whether somebody acts right behind a minute: "and three minutes from time Kaba shot wide"."""
    for token in (t for t in sentence.tokens if t.start >= moment.end):
        if token.is_subject and sentence.tokens[token.head].index > token.index:
            return True
        if token.tag not in PHRASE:
            return False
    return False


def is_bracketed(moment: Moment) -> bool:
    """Whether a minute stands in brackets: "(13)"."""
    return moment.text.startswith("(")


def ends_telling(moment: Moment, sentence: Sentence) -> bool:
    """Whether a minute in brackets ends a clause: "from a ball lifted over by Kaba (41')."."""
    return sentence.text[moment.end - sentence.start :].lstrip(")")[:1] in ("", ".", ";")


def is_behind(moment: Moment, telling: Match) -> bool:
    """Whether a minute stands right behind somebody that a telling names."""
    ends = {mention.end for mention in telling.parts.values()}
    return bool(ends & {moment.start, moment.start - 1})


def is_taken(moment: Moment, timed: Timed) -> bool:
    """Whether a minute is that of a frame."""
    return any(moment in group for group in timed.values())


def minute_of(telling: Match, timed: Timed) -> Moment | None:
    """The minute of what a telling tells, if its sentence has one for it.

    Of a list each has his own where there are as many: "Kaba and Soldal, in the 5th and the 58th".
    """
    moments = () if telling.phrasing.untimed else timed.get(id(telling.frame), ())
    own = next((m for m in moments if is_bracketed(m) and is_behind(m, telling)), None)
    free = [m for m in moments if not is_bracketed(m)]
    if not free and telling.of == len(moments) == 1:
        return moments[0]
    if own or not free:
        return own
    return free[telling.place] if telling.of == len(free) else free[0]


def minutes_of(telling: Match, timed: Timed) -> tuple[Moment, ...]:
    """All minutes of what a telling tells: "scored twice, in the 31st and 49th minutes"."""
    return () if telling.phrasing.untimed else timed.get(id(telling.frame), ())
