"""Which of several statements that exclude each other to believe: the rule, and nothing else.

1. A statement weighs as much as the reports that make it: each gives the confidence of its surest
   telling, in which the kind of its block counts already (prose more than a caption); a report that
   corrects another gives CORRECTION times as much.
2. Of those that weigh the same, give or take a tenth, the one of the latest report is believed.
3. Of those of one day, the heaviest, give or take a hundredth.
4. Of those, the one of the report that tells most of its match: who tells it at length knows better
   than who sums it up.
5. At last, the one of the report whose name comes first: so that where two reports disagree and
   nothing speaks for either, all that is believed is of one of them, and hangs together.

The statements of one contest stand or fall together: the score of a match is one thing, though it
takes two properties to tell it, and so are a minute and what was added to it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.graph.statements import Contest, Statement
from kg.reconcile import Reading

CORRECTION = 2.0
TENTH, HUNDREDTH = 0.1, 0.01  # by which two weights may differ and count as one

Surest = Mapping[str, float]  # the confidence of the surest telling of each report


@dataclass(frozen=True)
class Verdict:
    """What is believed in each contest, by the stake that won it."""

    winners: Mapping[Contest, str]

    def accepts(self, statement: Statement) -> bool:
        """Whether a statement is to stand in the fused graph."""
        if statement.reason:
            return False
        return statement.contest is None or self.winners[statement.contest] == statement.stake


def decide(told: Sequence[Statement], readings: Collection[Reading]) -> Verdict:
    """The statements to believe, of all that some reports make."""
    of_report = {reading.report.id: reading for reading in readings}
    surest: dict[Contest, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for statement in told:
        if statement.contest is None or statement.reason:
            continue
        by_report = surest[statement.contest][statement.stake]
        before = by_report.get(statement.report, 0.0)
        by_report[statement.report] = max(before, statement.confidence)
    return Verdict({contest: best(stakes, of_report) for contest, stakes in surest.items()})


def best(stakes: Mapping[str, Surest], readings: Mapping[str, Reading]) -> str:
    """The stake to believe, of several that some reports have, each with a confidence."""
    weight = {stake: weigh(surest, readings) for stake, surest in stakes.items()}
    heavy = heaviest(stakes, weight, TENTH)
    day = {stake: latest(stakes[stake], readings) for stake in heavy}
    last = [stake for stake in heavy if day[stake] == max(day.values())]
    equal = heaviest(last, weight, HUNDREDTH)
    most = {stake: max(told_by(readings[report]) for report in stakes[stake]) for stake in equal}
    return min(equal, key=lambda stake: (-most[stake], min(stakes[stake]), stake))


def heaviest(stakes: Iterable[str], weight: Mapping[str, float], apart: float) -> list[str]:
    """Those of some stakes that weigh as much as the heaviest, or less by so little."""
    among = list(stakes)
    most = max(weight[stake] for stake in among)
    return [stake for stake in among if most - weight[stake] <= apart]


def weigh(surest: Surest, readings: Mapping[str, Reading]) -> float:
    """What a stake weighs, by the reports that have it and how sure each is."""
    return sum(
        confidence * (CORRECTION if readings[report].corrects else 1.0)
        for report, confidence in sorted(surest.items())
    )


def told_by(reading: Reading) -> int:
    """How many events of its match a report tells, and whose people."""
    return len(reading.events) + len(reading.memberships)


def latest(reports: Iterable[str], readings: Mapping[str, Reading]) -> date:
    """The day of the last of some reports; those without a day come before all."""
    return max(readings[report].report.date or date.min for report in reports)
