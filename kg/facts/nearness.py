"""How far a minute is from an event of its sentence, in words; the clauses between are counted."""

from collections.abc import Sequence

from kg.language import DASHES, Sentence, Token, lower
from kg.lexicon import pattern, words
from kg.phrasings import Match
from kg.phrasings.moments import Moment

FAR = 40  # words and clauses between an event and a minute that is not its own
# The same for one that opens its sentence: "In the 58th minute, Kaba crossed and ... Dalby scored".
FAR_OPENING = 75
PER_CLAUSE = 8  # words that a finite verb between counts for
PER_BREAK = 5  # words that a comma or conjunction between counts for
PER_STOP = 30  # words that a semicolon between counts for
ASIDE, OPENING = 12, 4  # words of an aside, and of it before what it tells: ", on as a substitute"
JOINTS, OPENERS, BESIDE, GOES_ON, BREAKS = (
    words("moments", name) for name in ("joints", "openers", "beside", "goes_on", "breaks")
)


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
    is_aside = any(t.text == "," for t in tokens[last + 1 : trigger]) and is_in_aside(telling)
    if last < trigger and is_aside:
        return FAR_OPENING - 1
    is_apart = is_told_of_who(telling, first)
    if last < trigger and (is_of_miss(tokens[:trigger]) or ends_clause(telling, moment, last)):
        is_apart = True
    if trigger < first and is_of_another(tokens[:trigger], tokens[trigger + 1 : first]):
        is_apart = True
    if is_apart:
        return FAR_OPENING
    whole = tokens[last + 1 : trigger] if last < trigger else tokens[trigger + 1 : first]
    between = without_aside(whole)
    verbs = sum(t.tag in ("VBD", "VBZ") and t.lemma not in ("be", "have") for t in between)
    verbs += last < trigger and lower(between[:1]) == "before"  # of what came before: "before Kaba"
    breaks = sum(t.lower in BREAKS for t in between)
    stops = sum(t.text == ";" for t in between)
    return len(between) + PER_CLAUSE * verbs + PER_BREAK * breaks + PER_STOP * stops


def joins_on(telling: Match, moment: Moment) -> bool:
    """Whether "and" and somebody else stand between a minute and an event told behind it."""
    tokens, trigger = telling.frame.sentence.tokens, telling.frame.trigger.index
    between = [t for t in tokens[:trigger] if t.start >= moment.end]
    said = [t.lower for t in between if t.text != ","]
    return said[:1] == ["and"] and any(t.name and t.is_subject for t in between)


def is_of_another(before: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether a minute behind an event is told of what came later than it.

    "Kaba, who had earlier hit the bar, scored on 32 minutes", "Kaba was booked before Gomes made it
    2-1 in the 96th minute", "Kaba was replaced but Hallvik were dealt a blow on 12 minutes".
    """
    said = [token.lower for token in between]
    if "," in said and "had" in [token.lower for token in before[-3:]]:
        behind = between[said.index(",") :]
        return any(token.tag in ("VBD", "VBZ") for token in behind)
    turn = next((i for i, word in enumerate(said) if word in ("before", "but")), len(said))
    other = next((i for i, t in enumerate(between) if i > turn and t.name), len(said))
    return any(token.tag in ("VBD", "VBZ") for token in between[other:])


def ends_clause(telling: Match, moment: Moment, last: int) -> bool:
    """Whether a minute before an event ends the clause of another, and somebody acts behind it.

    "Kaba took advantage of an error in the 5th and Soldal added the second", "his save in the 80th
    was his best, before Soldal scored"; not "when on 30 minutes Kaba crossed and Soldal scored".
    """
    sentence, trigger = telling.frame.sentence, telling.frame.trigger.index
    first = next(t.index for t in sentence.tokens if t.end > moment.start)
    while first and sentence.tokens[first - 1].lower in BESIDE:
        first -= 1
    between = sentence.tokens[last + 1 : trigger]
    opens = first == 0 or sentence.tokens[first - 1].lower in OPENERS
    goes_on = bool(GOES_ON & {t.lower for t in between[:2]})
    if opens or goes_on or moment.ahead or opens_sentence(moment, sentence):
        return False
    # Not "Kaba crossed on 30 minutes and Soldal scored": both at one time.
    both = any(t.tag == "VBG" for t in between)  # ", Kaba crossing and Soldal heading in"
    joints = JOINTS | {"and"} if telling.frame.trigger.tag == "VBG" and not both else JOINTS
    joint = next((t.index for t in between if t.lower in joints), trigger)
    return any(t.name and t.is_subject for t in sentence.tokens[joint + 1 : trigger])


def is_of_miss(before: Sequence[Token]) -> bool:
    """Whether the words before an event tell of a chance missed: "spurned one late on, but"."""
    turn = next((t.index for t in before if t.lower == "but"), 0)
    return bool(turn) and pattern("moments", "missed").search(lower(before[:turn])) is not None


def without_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words but those between dashes: "after 36 minutes when Kaba - on his debut - fell".

    So too what is told of somebody between commas: "and Kaba, who had come on for Gomes, finished".
    """
    dashes = [i for i, token in enumerate(tokens) if token.text in DASHES]
    if len(dashes) > 1:
        return (*tokens[: dashes[0]], *tokens[dashes[1] + 1 :])
    who = next((i for i, t in enumerate(tokens) if i and t.lower == "who"), None)
    if who is None or tokens[who - 1].text != ",":
        return tokens
    close = next((i for i in range(who, len(tokens)) if tokens[i].text == ","), None)
    return (*tokens[: who - 1], *tokens[close + 1 :]) if close else tokens


def is_in_aside(telling: Match) -> bool:
    """Whether an event is told of somebody in passing: "later Kaba, on for Gomes, shot"."""
    tokens, trigger = telling.frame.sentence.tokens, telling.frame.trigger
    opening = tokens[max(0, trigger.index - OPENING) : trigger.index]
    if trigger.is_verb or "," not in [t.text for t in opening if not t.is_verb]:
        return False
    behind = tokens[trigger.index + 1 : trigger.index + ASIDE]
    close = next((t.index for t in behind if t.text == ","), len(tokens))
    return any(t.tag == "VBD" for t in tokens[close + 1 : close + 2])


def is_told_of_who(telling: Match, moment: int) -> bool:
    """Whether an event was before that of a minute: "on the hour Kaba, who had replaced Gomes"."""
    tokens, trigger = telling.frame.sentence.tokens, telling.frame.trigger.index
    before = range(trigger - 1, max(0, trigger - ASIDE), -1)
    who = next((i for i in before if tokens[i].lower == "who" or tokens[i].text == ","), 0)
    if tokens[who].lower != "who" or tokens[who - 1].text != ",":
        return False
    close = next((t.index for t in tokens[trigger:] if t.text == ","), len(tokens))
    had = tokens[who + 1].lower in ("had", "'d", "’d")
    return had and not who < moment < close


def leads_on(moment: Moment, sentence: Sentence) -> bool:
    """Whether "when" tells what happened then: "in the 79th minute, when they let him run".

    So too "89 minutes had been played and the sides were level when Kaba".
    """
    behind = sentence.text[moment.end - sentence.start :].lstrip(" ,")
    is_count = pattern("moments", "counted").search(moment.text.lower()) is not None
    return behind.startswith(("when ", ": ")) or (is_count and " when " in behind)


def opens_sentence(moment: Moment, sentence: Sentence) -> bool:
    """Whether a minute stands at the front, set off by a comma: "In the 58th minute, Kaba ...".

    "Three minutes later" needs none, nor does "With nine minutes left Kaba ...".
    """
    before = sentence.text[: moment.start - sentence.start]
    behind = sentence.text[moment.end - sentence.start :].lstrip()
    is_parted = behind.startswith((",", ":", "–"))
    is_set_off = is_parted or behind[:1].isupper() or moment.later is not None
    return is_set_off and bool(pattern("moments", "opening").match(before))
