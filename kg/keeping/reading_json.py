"""A reading as JSON and back, so that what a report says can be fused again without reading it.

Everything comes back as it was, the report's text too: it is read once more, together with others,
where reports belong together (`kg.fuse.together`).
"""

import json
from datetime import date
from functools import cache
from typing import Any

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import JsonConverter, make_converter

from kg.errors import InputError
from kg.facts import FACTS
from kg.facts.base import MatchEvent
from kg.frames import Standing
from kg.reconcile import Reading
from kg.report import Report

FORMAT = 2  # of readings as JSON, and so of stores: raised when an old one could be misread
EVENTS = {kind.__name__: kind for kind in FACTS if issubclass(kind, MatchEvent)}
KIND = "class"  # of an event: a key that is no field of one


def to_json(reading: Reading) -> str:
    """A reading as JSON; equal readings give equal strings."""
    content = {"format": FORMAT, **_converter().unstructure(reading)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, where: str) -> Reading:
    """The reading that `to_json` wrote.

    Raises:
        InputError: it is no such reading, or one of another format; `where` says whose.
    """
    try:
        content = json.loads(text)
        form = content.pop("format")
        if form == FORMAT:
            return _converter().structure(content, Reading)
    except (ValueError, KeyError, TypeError, AttributeError, BaseValidationError) as error:
        what = "what the store holds of this report cannot be read"
        raise InputError(where, what, "add the report again, or kg restore a backup") from error
    what = f"it was stored in format {form}, and this version of football-kg has format {FORMAT}"
    raise InputError(where, what, "add the report again")


@cache
def _converter() -> JsonConverter:
    converter = make_converter(omit_if_default=True, forbid_extra_keys=True)
    plain = make_converter(omit_if_default=True, forbid_extra_keys=True)

    def event_out(event: MatchEvent) -> dict[str, Any]:
        return {KIND: type(event).__name__, **plain.unstructure(event)}

    def event_in(content: dict[str, Any], _: object) -> MatchEvent:
        fields = {name: value for name, value in content.items() if name != KIND}
        return plain.structure(fields, EVENTS[content[KIND]])

    def report_out(report: Report) -> dict[str, str | None]:
        day = report.date.isoformat() if report.date else None
        return {"id": report.id, "text": report.text, "source": report.source, "date": day}

    def report_in(content: dict[str, str | None], _: object) -> Report:
        day = content["date"]
        told = date.fromisoformat(day) if day else None
        return Report(str(content["id"]), str(content["text"]), str(content["source"]), told)

    def reason_in(content: str, _: object) -> Standing | str:
        return Standing(content) if content in set(Standing) else content

    for one in (converter, plain):
        one.register_structure_hook(Standing | str, reason_in)
    converter.register_unstructure_hook(MatchEvent, event_out)
    converter.register_structure_hook(MatchEvent, event_in)
    converter.register_unstructure_hook(Report, report_out)
    converter.register_structure_hook(Report, report_in)
    return converter
