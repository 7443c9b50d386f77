"""Ask a graph: a named question of `queries/`, or any SPARQL file.

A question is asked of the fused graph; the graphs of single reports and their evidence are
reached with GRAPH. A question's file opens with what it asks, of which facts, in which columns.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox
from rapidfuzz import process
from rdflib import Dataset

from kg.errors import InputError
from kg.paths import queries_folder
from kg.rdf.terms import text_of, to_store
from kg.store import Memory, Results, Store, View
from kg.vocabulary import FUSED

HEADER = re.compile(r"^# (Question|Facts|Columns): (.*)$", re.MULTILINE)
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
IN_FUSED = View((str(FUSED),))
TRIPLE_COLUMNS = ("subject", "predicate", "object")


@dataclass(frozen=True)
class Question:
    """A SPARQL query and what it asks; facts and columns are empty where its file is silent."""

    name: str
    text: str
    facts: tuple[str, ...]
    columns: tuple[str, ...]
    sparql: str


@dataclass(frozen=True)
class Answer:
    """A table: one tuple of values for each row, None where the graph does not say."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


@cache
def questions() -> tuple[Question, ...]:
    """All named questions, by name."""
    return tuple(read_question(path) for path in sorted(queries_folder().glob("*.rq")))


def find_question(name_or_path: str | Path) -> Question:
    """The question of this name, or of this .rq file.

    Raises InputError, with the nearest name, if there is neither.
    """
    name = str(name_or_path)
    named = {question.name: question for question in questions()}
    if name in named:
        return named[name]
    if name.endswith(".rq"):
        return replace(read_question(Path(name)), name=name)
    nearest = process.extractOne(name, list(named), score_cutoff=55)
    remedy = f"did you mean {nearest[0]}?" if nearest else f"ask one of {', '.join(named)}"
    raise InputError(name, "there is no question of this name", remedy)


def read_question(path: Path) -> Question:
    """The question in a .rq file; raises InputError if the file cannot be read."""
    try:
        sparql = path.read_text(encoding="utf-8")
    except OSError as error:
        what = f"cannot be read ({(error.strerror or str(error)).lower()})"
        raise InputError(str(path), what, "check the path") from None
    except UnicodeDecodeError:
        raise InputError(str(path), "this is not UTF-8 text", "save it as UTF-8") from None
    header: Mapping[str, str] = dict(HEADER.findall(sparql))
    return Question(
        name=path.stem,
        text=header.get("Question", "").strip(),
        facts=tuple(header.get("Facts", "").split()),
        columns=tuple(header.get("Columns", "").split()),
        sparql=sparql,
    )


def ask(data: Dataset | ox.Store | Store, question: Question) -> Answer:
    """The answer to a question; of a yes-or-no question, one row with true or false.

    A store that is asked again and again saves loading the dataset each time.
    Raises InputError, with line and column, for broken SPARQL.
    """
    try:
        return _to_answer(as_store(data).ask(question.sparql, IN_FUSED))
    except SyntaxError as error:
        raise broken(question.name, str(error)) from None
    except (OSError, RuntimeError, ValueError) as error:
        what = f"the query cannot be answered ({' '.join(str(error).split())})"
        raise InputError(question.name, what, "ask without SERVICE or unusual functions") from None


def as_store(data: Dataset | ox.Store | Store) -> Store:
    """A store as it is, or the quads of a dataset in one."""
    if isinstance(data, Dataset):
        return Memory(to_store(data))
    return Memory(data) if isinstance(data, ox.Store) else data


def _to_answer(found: Results) -> Answer:
    if isinstance(found, ox.QueryBoolean):
        return Answer(("answer",), (("true" if found else "false",),))
    if isinstance(found, ox.QuerySolutions):
        columns = tuple(variable.value for variable in found.variables)
        return Answer(columns, tuple(tuple(_value(term) for term in row) for row in found))
    return Answer(TRIPLE_COLUMNS, tuple(tuple(_value(term) for term in row) for row in found))


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str | None:
    return None if term is None else text_of(term)


def broken(name: str, message: str) -> InputError:
    """What pyoxigraph says of broken SPARQL, in one line with its place."""
    place = PLACE.match(message)
    where = f"{name}:{place[1]}:{place[2]}" if place else name
    detail = " ".join((place[3] if place else message).split())
    if "Prefix not found" in detail:
        detail = "it uses a prefix that it does not declare"
    elif detail.startswith("expected"):  # one of all that might follow, of which none may be meant
        detail = "up to here this is no SPARQL"
    return InputError(where, detail, "mend it, and declare its prefixes; queries/ has examples")
