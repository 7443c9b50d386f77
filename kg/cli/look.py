"""`kg explain --text`: how a sentence is read."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.cli.tables import Format, to_text
from kg.cli.terminal import print_result

if TYPE_CHECKING:
    from rich.text import Text

    from kg.look import FrameSeen, SentenceSeen
    from kg.mentions import Mention

UNMET = "; "  # between the conditions that a phrasing fails at


def explain_text(text: str, model: str | None) -> None:
    """Print how a text is read: words, people and teams, frames, phrasings, facts."""
    from kg.look import look
    from kg.pipeline import known_names, reader_for
    from kg.report import to_report

    known = known_names()
    found = look(to_report(text, "text"), reader_for(known, model), known)
    for seen in found.sentences:
        print_result(*_seen_lines(seen))
    print_result(*_section("facts of the whole", found.facts))


def _seen_lines(seen: "SentenceSeen") -> "Iterator[Text | str]":
    """What was seen in a sentence."""
    from rich.text import Text

    yield Text(" ".join(seen.sentence.text.split()), style="bold")
    tokens = seen.sentence.tokens
    rows = [(t.text, t.tag, t.relation, tokens[t.head].text) for t in tokens]
    yield from _table("words", ("word", "tag", "relation", "head"), rows)
    people = [
        (m.text, m.kind.value, m.entity.name if m.entity else "", _traits(m)) for m in seen.mentions
    ]
    yield from _table("who and what", ("as written", "kind", "stands for", "traits"), people)
    yield from _section("frames", [line for one in seen.frames for line in _frame_lines(one)])
    yield from _section("told", seen.told)
    yield from _section("left out", [f"{one.kind}: {one.reason}" for one in seen.left_out])


def _section(title: str, lines: Sequence[str]) -> "Iterator[Text | str]":
    """Lines under a title; none is said as well."""
    from rich.text import Text

    yield Text(f"  {title}", style="cyan")
    yield from (f"    {line}" for line in lines or ("none",))


def _table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> "Iterator[Text | str]":
    """A table under a title."""
    lines = to_text(columns, rows, Format.TABLE).splitlines() if rows else ()
    yield from _section(title, tuple(lines))


def _traits(mention: "Mention") -> str:
    """What the words around a mention say of it."""
    traits = mention.traits
    names = [entity.name for entity in (traits.team, traits.manager) if entity]
    told = (traits.role, traits.nationality, traits.ground, traits.nickname, *names)
    return ", ".join(filter(None, told))


def _frame_lines(seen: "FrameSeen") -> Iterator[str]:
    """A frame, and the phrasings that read it, or the nearest and why it does not."""
    from kg.look import in_words, name_of

    frame = seen.frame
    people = (("doer", frame.doer), ("undergoer", frame.undergoer), ("owner", frame.owner))
    told = [f"{part} {name_of(mention)}" for part, mention in people if mention]
    tail = [f"then “{frame.tail_text}”"] if frame.tail else []
    yield ", ".join([f"{frame.trigger.text} ({frame.standing})", *told, *tail])
    for way in seen.read:
        parts = ", ".join(f"{part} {name}" for part, name in way.parts)
        yield f"  reads as {way.kind}, “{way.name}”{f': {parts}' if parts else ''}"
    if seen.nearest:
        failed = UNMET.join(in_words(condition) for condition in seen.nearest.unmet)
        yield f"  nearest is {seen.nearest.kind}, “{seen.nearest.name}”, but {failed}"
