"""Reports of an invented season, as many as a test wants, and what they say, with no parser."""

import datetime
import os
from collections.abc import Iterator
from itertools import count, permutations
from pathlib import Path

from kg.facts.base import Evidence
from kg.facts.goal import Goal
from kg.facts.match import MatchFact
from kg.facts.membership import Membership
from kg.keeping.workers import Manner
from kg.mentions import Entity, Kind
from kg.reconcile import Reading
from kg.report import Report, to_report

FIRST = datetime.date(2021, 8, 7)
STEMS = ("Hall", "Brev", "Tol", "Kar", "Skar", "Norm", "Ald", "Fen", "Ost", "Vard")
ENDS = ("vik", "na", "sund", "mark", "heim", "stad", "borg", "dal", "nes", "ford")
CLUBS = [f"{stem}{end}" for end in ENDS for stem in STEMS]
GIVEN = ("Marco", "Jon", "Ivo", "Petter", "Anders", "Luka", "Sami", "Tomas")
AGENCIES = 2  # how many report each match


def texts(number: int) -> Iterator[tuple[str, str]]:
    """As many reports as wanted, each with its name: two of each match, told a little apart."""
    fixtures = permutations(CLUBS, 2)
    for match in count():
        home, away = next(fixtures)
        day = FIRST + datetime.timedelta(days=match // 10)
        scorer = f"{GIVEN[match % len(GIVEN)]} {home[:4]}sen"
        for agency in range(AGENCIES):
            if match * AGENCIES + agency == number:
                return
            called = scorer if agency else scorer.split()[1]
            minute = 10 + match % 70 + (agency and not match % 5)
            goal = f"{called} scored for {home} in minute {minute}."
            yield f"m{match:05}-{agency}", f"{day} {home} beat {away} 1-0.\n{goal}\n"


def write(folder: Path, number: int) -> Path:
    """A folder of as many reports."""
    folder.mkdir()
    for name, text in texts(number):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def read_template(report: Report, manner: Manner) -> Reading:
    """What one of these reports says; the parser has no part in it."""
    del manner
    lines = report.text.splitlines()
    _, home, _, away, score = lines[0].rstrip(".").split()
    words = lines[1].rstrip(".").split()
    first, second = Entity(Kind.TEAM, home, (home,)), Entity(Kind.TEAM, away, (away,))
    name = " ".join(words[: words.index("scored")])
    scorer = Entity(Kind.PERSON, name, (name,))
    told, how = said(report, lines[0]), said(report, lines[1])
    match = MatchFact(
        evidence=told, teams=(first, second), home_known=True, score=(1, 0), winner=first,
        date=report.date, main=True, confidence=0.9,
    )  # fmt: skip
    goal = Goal(evidence=how, scorer=scorer, team=first, minute=int(words[-1]), confidence=0.9)
    plays = Membership(evidence=how, player=scorer, team=first, confidence=0.9)
    assert score == "1-0"
    return Reading(report, matches=(match,), events=(goal,), memberships=(plays,))


def said(report: Report, line: str) -> tuple[Evidence, ...]:
    start = report.text.index(line)
    return (Evidence(report.id, start, start + len(line), line),)


def readings(number: int) -> Iterator[Reading]:
    """What as many reports say."""
    for name, text in texts(number):
        yield read_template(to_report(text, name), Manner())


def read_or_end(report: Report, manner: Manner) -> Reading:
    """As `read_template`, but a text that says so ends the process."""
    if "END" in report.text:
        os._exit(3)
    return read_template(report, manner)
