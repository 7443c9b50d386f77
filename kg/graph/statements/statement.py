"""One triple that a report states, and who says it."""

from dataclasses import dataclass
from datetime import date

from kg.facts.base import Evidence, Fact
from kg.graph.nodes import Iri

Value = str | int | bool | date
Contest = tuple[str, str, str]  # of what, in which property or group of them, in which match
SEVERAL = frozenset({"contestedBy", "position"})  # properties of which one value excludes no other


@dataclass(frozen=True)
class Statement:
    """One triple that a report states.

    `term` is a local name of the ontology, `within` the match it holds in, `kind` the class of the
    fact that says it; `reason` is why it is not to be believed. Of the statements of one `contest`
    those with the stake that has most support are believed.
    """

    report: str
    subject: str
    term: str
    value: Iri | Value
    confidence: float
    evidence: tuple[Evidence, ...]
    within: str = ""
    contest: Contest | None = None
    stake: str = ""
    kind: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Speaker:
    """Says things of one subject, on the word of one fact of one report."""

    report: str
    subject: str
    fact: Fact
    within: str = ""
    reason: str = ""

    def say(
        self,
        term: str,
        value: Iri | Value,
        field: str | None = None,
        *,
        topic: str = "",
        stake: str = "",
    ) -> Statement:
        """A statement, with the sentences of the field of the fact that it stands on.

        Statements of one `topic` are believed together, if they have one `stake`.
        """
        evidence = self.fact.said(field) if field else self.fact.evidence
        return Statement(
            report=self.report,
            subject=self.subject,
            term=term,
            value=value,
            confidence=self.fact.confidence,
            evidence=evidence,
            within=self.within,
            contest=None if term in SEVERAL else (self.subject, topic or term, self.within),
            stake=stake or text(value),
            kind=type(self.fact).__name__,
            reason=self.reason,
        )


def text(value: Iri | Value) -> str:
    """A value as text."""
    return value.value if isinstance(value, Iri) else str(value)
