"""Who is named together: "Kaba, Lokat and Gomes"."""

from collections.abc import Mapping, Sequence

from kg.frames.syntax import word_at
from kg.language import DASHES, Sentence, Token, lower
from kg.lexicon import pattern
from kg.mentions.entities import Mention

LINKS = frozenset({",", "and", "then", "'s", "’s"})  # between those of a list
PREPOSITIONS = frozenset(
    {"against", "at", "behind", "by", "for", "from", "off", "past", "through", "to", "via", "with"}
)
MANNER = pattern("clauses", "manner")
WITNESSED = frozenset({"saw", "had", "see", "watched", "left"})  # "saw Kaba and Lokat booked"


def joined(
    sentence: Sentence, by_token: Mapping[int, Mention], mention: Mention
) -> tuple[Mention, ...]:
    """Everyone in a list with a mention, in text order; the mention alone if it is in none."""
    listed = own_list(sentence, linked(sentence, by_token, mention))
    return listed if mention in listed and is_list(sentence, listed) else (mention,)


def linked(
    sentence: Sentence, by_token: Mapping[int, Mention], mention: Mention
) -> tuple[Mention, ...]:
    """The mentions of one kind around a mention with nothing but links between them."""
    others = (m for m in dict.fromkeys(by_token.values()) if m.kind is mention.kind)
    kind = (m for m in others if m.entity and m.token.tag not in ("PRP$", "WP$", "WP"))
    kind = (m for m in kind if m.token.lower not in ("former", "latter"))
    found: list[Mention] = []
    for one in sorted(kind, key=lambda m: m.first):
        between = sentence.tokens[found[-1].last + 1 : one.first] if found else ()
        link = {t.lower for t in outside_brackets(between) if t.index not in by_token}
        if link and link <= LINKS:
            found.append(one)
        elif mention in found:
            break
        else:
            found = [one]
    return tuple(found)


def outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """The words that stand in no brackets: "Kaba (13) and Gomes (56)", "Kaba - his third - and".

    Nor do those count that tell how one of them did it: "Kaba from the spot and Gomes".
    """
    found: list[Token] = []
    is_inside = False
    dashes = [place for place, token in enumerate(tokens) if token.text in DASHES]
    if len(dashes) > 1:
        tokens = [*tokens[: dashes[0]], *tokens[dashes[-1] + 1 :]]
    if tokens and (manner := MANNER.match(lower(tokens))):
        tokens = tokens[len(manner[0].split()) :]
    for token in tokens:
        is_inside = token.text == "(" or (is_inside and token.text != ")")
        if not is_inside and token.text != ")":
            found.append(token)
    return found


def own_list(sentence: Sentence, found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The linked mentions without one with which another pair or clause begins.

    In "by Lokat and Gomes by Soldal" Lokat stands alone, in "by Kaba and Lokat came on" Kaba, so in
    "met a corner from Kaba and Lokat scored", "replaced Kaba and Lokat came on", and in "replacing
    Kaba and Lokat on for Soldal"; not so in "well-taken goals by Kaba and Lokat won it", where no
    verb stands before them.
    """
    listed = tuple(found)
    if len(listed) < 2:
        return listed
    before = word_at(sentence, listed[0].first - 1).lower() if listed[0].first else ""
    if before in PREPOSITIONS and word_at(sentence, listed[-1].last + 1).lower() == before:
        listed = listed[:-1]
    is_on = word_at(sentence, listed[-1].last + 1).lower() == "on"
    if is_on and before not in PREPOSITIONS and len(listed) > 1 and opens_late(sentence, listed):
        listed = listed[:-1]
    is_late = any(t.is_verb and t.relation != "amod" for t in sentence.tokens[: listed[0].first])
    behind_verb = is_late and (
        before in PREPOSITIONS or (len(listed) > 1 and opens_late(sentence, listed))
    )
    if behind_verb and before not in WITNESSED and starts_clause(sentence, listed[-1]):
        listed = listed[:-1]
    return listed


def opens_late(sentence: Sentence, listed: Sequence[Mention]) -> bool:
    """Whether a list stands behind its verb: "replacing Kaba and Lokat"."""
    first = listed[0].first
    return first > 0 and sentence.tokens[first - 1].is_verb


def starts_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is the subject of what follows: "Lokat came on"."""
    following = sentence.tokens[mention.last + 1 : mention.last + 2]
    return any(token.tag in ("VBD", "VBZ") for token in following)


def is_list(sentence: Sentence, listed: Sequence[Mention]) -> bool:
    """Whether mentions make a list, the last two joined by "and".

    Two with a comma between are none: "hit Kaba, and Gomes scored".
    """
    if len(listed) < 2:
        return False
    parting = sentence.tokens[listed[-2].last + 1 : listed[-1].first]
    between = [t.lower for t in outside_brackets(parting)] or [","]
    return "and" in between and not (len(listed) == 2 and between[0] == ",")
