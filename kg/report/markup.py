"""Blank out HTML, character for character, so that offsets into the text stay true."""

import re
from html import unescape

HIDDEN = r"<!--.*?-->|<(?P<hidden>script|style|head)\b.*?</(?P=hidden)\s*>"
TAG = r"</?(?P<name>[a-z][a-z0-9]*)\b[^<>]*>|<!doctype[^<>]*>"
MARKUP = re.compile(f"{HIDDEN}|{TAG}", re.DOTALL | re.IGNORECASE)
PAGE = re.compile(r"<(?:p|br|div|li|body)\b[^<>]*>", re.IGNORECASE)
ENTITY_AND_REST = re.compile(r"(&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(\S*)")
# The tags of inline text; all others part paragraphs.
INLINE = frozenset({"a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "s", "small"})
INLINE |= {"span", "strong", "sub", "sup", "time", "u"}


def without_markup(text: str) -> str:
    """The text with white space for markup and characters for entities, as long as before."""
    if PAGE.search(text):  # there, tags part paragraphs and line breaks do not
        text = text.replace("\n", " ")
    if "<" in text:
        text = MARKUP.sub(lambda found: blank(found.group(), found["name"]), text)
    return replace_entities(text) if "&" in text else text


def blank(markup: str, tag: str | None) -> str:
    """White space as long as the markup; what parts paragraphs becomes an empty line."""
    if tag and tag.lower() not in INLINE:
        return "\n\n" + " " * (len(markup) - 2)
    return re.sub(r"[^\n]", " ", markup)


def replace_entities(text: str) -> str:
    """Entities as their characters; the space that is gained goes behind the word they stand in."""

    def replaced(found: re.Match[str]) -> str:
        character, rest = unescape(found[1]), replace_entities(found[2])
        if character.isspace():
            return " " * len(found[1]) + rest
        return (character + rest.rstrip(" ")).ljust(len(found.group()))

    return ENTITY_AND_REST.sub(replaced, text)
