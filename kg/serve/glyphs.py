"""The marks of events, as the pictures have them, small enough to stand in a line of text."""

from markupsafe import Markup

from kg.picture.style import GLYPHS, Shape

REACH = 1.35  # of a mark from its centre, in units of its radius


def glyph(kind: str) -> Markup:
    """The mark of a kind of event as SVG; what it means, the text beside it says."""
    shapes = "".join(map(_element, GLYPHS.get(kind, GLYPHS["MatchEvent"])))
    box = f"{-REACH} {-REACH} {2 * REACH} {2 * REACH}"
    # Numbers and colours of ours alone: nothing of a graph comes into it.
    return Markup(f'<svg class="mark" viewBox="{box}" aria-hidden="true">{shapes}</svg>')  # noqa: S704


def _element(shape: Shape) -> str:
    look = f'fill="{shape.fill or "none"}"'
    if shape.edge:
        look += f' stroke="{shape.edge}" stroke-width="{shape.width}"'
    if shape.radius:
        ((x, y),) = shape.points
        return f'<circle cx="{x}" cy="{y}" r="{shape.radius}" {look}/>'
    points = " ".join(f"{x},{y}" for x, y in shape.points)
    return f'<{"polygon" if shape.fill else "polyline"} points="{points}" {look}/>'
