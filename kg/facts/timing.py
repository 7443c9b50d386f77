"""Which minute belongs to which event of a sentence: the nearest, the clauses between counted."""

from collections.abc import Iterator, Mapping, Sequence

from kg.facts.nearness import FAR, FAR_OPENING, distance, joins_on, leads_on, opens_sentence
from kg.frames import Standing
from kg.language import Sentence, lower
from kg.lexicon import pattern
from kg.mentions.entities import Kind
from kg.phrasings import Match
from kg.phrasings.moments import Moment

OWN_CLAUSE = pattern("moments", "own_clause")
UNREAL = frozenset({Standing.HYPOTHETICAL, Standing.NEGATED})
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


def shared(timed: Timed, told: Sequence[Match]) -> Timed:
    """The minutes, that of what might have been also for what came of it, told right behind.

    "Hallvik should have led on the hour, but Kaba hit the post": he hit it on the hour.
    """
    unreal = [t for t in told if t.frame.standing in UNREAL and id(t.frame) in timed]
    if len({id(t.frame) for t in unreal}) != 1:
        return timed
    chance = unreal[0].frame
    timeless = {id(t.frame) for t in told if t.phrasing.untimed}
    later = [t.frame for t in told if t.frame.trigger.index > chance.trigger.index]
    behind = [frame for frame in later if id(frame) not in timeless]
    outcome = next((f for f in behind if f.standing is Standing.ASSERTED), None)
    if outcome is None or id(outcome) in timed:
        return timed
    return {**timed, id(outcome): timed[id(chance)]}


def led_on(timed: Timed, goals: Sequence[Match]) -> Timed:
    """The minutes, that of a side's goal also for who scored it: "were level on 20 when Kaba"."""
    found = dict(timed)
    for telling in goals:
        moments = found.get(id(telling.frame), ())
        is_open = not any(m.kind is Kind.PERSON for m in telling.parts.values())
        if not (is_open and len(moments) == 1 and leads_on(moments[0], telling.frame.sentence)):
            continue
        behind = (t for t in goals if t.frame.trigger.start > moments[0].end)
        whose = next((t for t in behind if "scorer" in t.parts), None)
        if whose is not None and id(whose.frame) not in found:
            found[id(whose.frame)] = moments
    return found


def of_one_move(timed: Timed, goals: Sequence[Match], others: Sequence[Match]) -> Timed:
    """The minutes, that of a shot before a goal also for the goal that came of it.

    "Kaba reacted first after Gomes had hit the post in the 17th minute", "on 43 minutes a header
    came off the bar and Kaba knocked in the rebound".
    """
    scored = [t for t in goals if t.frame.standing is Standing.ASSERTED]
    scorers = {t.parts["scorer"].entity for t in scored if "scorer" in t.parts}
    if len(scorers) != 1 or len(timed) != 1 or any(id(t.frame) in timed for t in goals):
        return timed
    shot = next((t for t in others if id(t.frame) in timed), None)
    if shot is None:
        return timed
    tokens, hit = shot.frame.sentence.tokens, shot.frame.trigger.index
    for goal in scored:
        at = goal.frame.trigger.index
        is_before = hit < at and pattern("assist", "followed_up").search(lower(tokens[hit:]))
        if is_before or (at < hit and "after" in {t.lower for t in tokens[at:hit]}):
            return {**timed, id(goal.frame): timed[id(shot.frame)]}
    return timed


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
        if (
            is_list and "," in between and sentence is not None
        ):  # ", and on 71 minutes a mix-up left"
            behind = sentence.text[moment.end - sentence.start :]
            is_apart |= pattern("moments", "acts_behind").match(behind) is not None
        is_list = is_list or pattern("moments", "the_second").search(between)
        if group and (is_apart or not is_list):
            yield group
            group = ()
        group = (*group, moment)
    if group:
        yield group


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
