"""One self-contained HTML page: the picture, details on hover and click, the facts as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from kg.picture import style
from kg.picture.scene import Scene

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Fact:
    """A row of the table: the node it tells of, its cells, the sentences that say it."""

    node: str
    cells: tuple[str, ...]
    sentences: tuple[str, ...]


def html(scene: Scene, svg: str, columns: Sequence[str], facts: Sequence[Fact]) -> str:
    """The page; it loads nothing from anywhere, and follows the reader's light or dark setting."""
    template = Template((FOLDER / "page.html").read_text(encoding="utf-8"))
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    return template.substitute(
        title=escape(scene.title),
        style=(FOLDER / "page.css").read_text(encoding="utf-8"),
        dark=_dark_rules(),
        script=(FOLDER / "page.js").read_text(encoding="utf-8"),
        picture=svg.partition("?>")[2] if svg.startswith("<?xml") else svg,
        head=head,
        rows="\n".join(_row(fact) for fact in facts),
    )


def _row(fact: Fact) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in fact.cells)
    quotes = "".join(f"<q>{escape(sentence)}</q>" for sentence in fact.sentences)
    return f'<tr tabindex="0" data-nodes="{escape(fact.node)}">{cells}<td>{quotes}</td></tr>'


def _dark_rules() -> str:
    """The picture's colours for a dark page: matplotlib writes each into a style attribute."""
    return "\n".join(
        f'  svg [style*="{part}: {light}"] {{ {part}: {dark} !important; }}'
        for light, dark in style.DARK.items()
        for part in ("fill", "stroke")
    )
