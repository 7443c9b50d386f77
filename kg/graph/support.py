"""Which of several statements that exclude each other to believe: the rule, and nothing else.

1. A statement weighs as much as the reports that make it: each gives the confidence of its surest
   telling, in which the kind of its block counts already (prose more than a caption); a report that
   corrects another gives CORRECTION times as much.
2. Of those that weigh the same, give or take a tenth, the one of the latest report is believed.
3. Of those of one day, the heaviest, and at last the one whose value comes last: always the same.

The statements of one contest stand or fall together: the score of a match is one thing, though it
takes two properties to tell it, and so are a minute and what was added to it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.graph.statements import Contest, Statement
from kg.reconcile import Reading

CORRECTION = 2.0

Weight = tuple[float, date, float, str]


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
    return Verdict(
        {
            contest: max(stakes, key=lambda s: weigh(s, stakes[s], of_report))
            for contest, stakes in surest.items()
        }
    )


def weigh(stake: str, surest: Mapping[str, float], readings: Mapping[str, Reading]) -> Weight:
    """What a stake weighs, by the reports that have it and how sure each is."""
    weight = sum(
        confidence * (CORRECTION if readings[report].corrects else 1.0)
        for report, confidence in sorted(surest.items())
    )
    latest = max(readings[report].report.date or date.min for report in surest)
    return round(weight, 1), latest, weight, stake
