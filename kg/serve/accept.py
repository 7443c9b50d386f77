"""Content negotiation: which of the media types on offer a client likes best (RFC 9110, 12.5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.serve.messages import Refusal


@dataclass(frozen=True)
class Range:
    """A media range ("text/*") and how much it is liked, from 0 to 1."""

    kind: str
    subtype: str
    liked: float

    def fits(self, media_type: str) -> int:
        """How closely it names a media type: 3 by name, 2 by its kind, 1 by "*/*", 0 not at all."""
        kind, _, subtype = media_type.partition("/")
        if self.kind == self.subtype == "*":
            return 1
        if self.kind != kind or self.subtype not in ("*", subtype):
            return 0
        return 2 if self.subtype == "*" else 3


def best(accept: str, offers: Sequence[str]) -> str:
    """The offer that an Accept header likes best, of equal ones the first; no header likes all.

    Raises:
        Refusal: it likes none.
    """
    ranges = [_read(part) for part in accept.split(",") if part.strip()] or [Range("*", "*", 1)]
    liking = {offer: _liking(ranges, offer) for offer in offers}
    found = max(offers, key=liking.__getitem__)
    if not liking[found]:
        raise Refusal(406, f"what is here comes as {', '.join(offers)} alone")
    return found


def _liking(ranges: Sequence[Range], media_type: str) -> float:
    """How much a media type is liked: the closest range says."""
    _, liked = max((one.fits(media_type), one.liked) for one in ranges)
    fitting = any(one.fits(media_type) for one in ranges)
    return liked if fitting else 0.0


def _read(text: str) -> Range:
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    kind, _, subtype = name.partition("/")
    liked = next((part[2:] for part in parameters if part.startswith("q=")), "1")
    try:
        return Range(kind, subtype, min(max(float(liked), 0.0), 1.0))
    except ValueError:
        return Range(kind, subtype, 0.0)
