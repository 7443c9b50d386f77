"""The pages: templates filled with what `match`, `node` and the others read; all is escaped."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.picture import style
from kg.picture.captions import KINDS, ROLES
from kg.query import TRIPLE_COLUMNS, questions
from kg.serve.glyphs import glyph
from kg.serve.messages import HTML, TURTLE, Response
from kg.serve.places import href
from kg.vocabulary import report_iri

FOLDER = Path(__file__).parent / "templates"
SERVICE = "/service.ttl"  # what the endpoint says of itself
ASSETS = {"/style.css": "text/css", "/ball.svg": "image/svg+xml", SERVICE: TURTLE}
WORDS = {"true": "yes", "false": "no"}
EXAMPLE = """PREFIX kg: <https://w3id.org/football-kg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?player (COUNT(?goal) AS ?goals) WHERE {
  ?goal a kg:Goal ; kg:scoredBy/rdfs:label ?player .
} GROUP BY ?player ORDER BY DESC(?goals) LIMIT 10"""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TERM = re.compile(r"[a-z]+(_[a-z]+)+")  # "own_goal"


def page(name: str, status: int = 200, **context: object) -> Response:
    """A page of a template."""
    body = _templates().get_template(f"{name}.html").render(context)
    return Response(status, HTML, body.encode())


def asset(path: str) -> Response:
    """A file: what pages show or are dressed by, and what the endpoint says of itself."""
    body = _templates().get_template(path.removeprefix("/")).render(style=style)
    return Response(200, ASSETS[path], body.encode(), (("Cache-Control", "max-age=60"),))


def in_words(value: str) -> str:
    """A value as one says it: "1 December 2020", "yes", "free kick"."""
    if DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return f"{day.day} {day:%B %Y}"
    return WORDS.get(value) or (value.replace("_", " ") if TERM.fullmatch(value) else value)


def report_page(report: str) -> str:
    """The page of a report, by its id."""
    return href(str(report_iri(report)))


def one_line(text: str) -> str:
    """A sentence without the line breaks of its report."""
    return " ".join(text.split())


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        href=href, in_words=in_words, report_page=report_page, one_line=one_line
    )
    environment.globals.update(
        questions=questions(),
        kinds=KINDS,
        roles=ROLES,
        glyph=glyph,
        example=EXAMPLE,
        triple_columns=TRIPLE_COLUMNS,
    )
    return environment
