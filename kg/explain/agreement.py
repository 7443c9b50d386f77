"""How far to trust a fact that several reports tell: agreement takes doubt away.

A claim has the confidence of its report's reading alone. A fact that n reports tell keeps one nth
of the doubt of the surest claim: reports copy one another, so the doubts of two are not multiplied.
The figure is worked out where it is asked for and never stored, so no report that comes or goes
leaves an old one behind; `queries/confidence.rq` works it out for every fact.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.explain.claims import Explanation

ACCEPTED = "accepted"

Told = tuple[str, str, str]  # what is told: the node, the property, the value or its IRI


def agreed(claims: Iterable[Explanation]) -> float | None:
    """The confidence, from 0 to 1, of a fact with these accepted claims; None if there is none."""
    surest: dict[str, float] = {}
    for claim in claims:
        surest[claim.report] = max(claim.confidence, surest.get(claim.report, 0.0))
    return 1 - (1 - max(surest.values())) / len(surest) if surest else None


def agreement(claims: Iterable[Explanation]) -> Mapping[Told, float]:
    """The confidence of each fact that more than one report tells, of all that some claims tell."""
    of_fact: defaultdict[Told, list[Explanation]] = defaultdict(list)
    for claim in claims:
        if claim.status == ACCEPTED:
            of_fact[told(claim)].append(claim)
    return {
        fact: confidence
        for fact, same in of_fact.items()
        if len({claim.report for claim in same}) > 1 and (confidence := agreed(same)) is not None
    }


def told(claim: Explanation) -> Told:
    """What a claim tells."""
    return claim.node, claim.property, claim.target or claim.value
