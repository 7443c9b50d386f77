"""Matches that are found only where reports are read together: they stand apart.

Other reports find a report by what it says alone (`kg.fuse.links`). "They lost to Tolna last week"
may tell of Hallvik v Tolna only behind the report that it goes with; a third report that recalls
Hallvik v Tolna cannot know. So the match stands by itself, named after its report, unless another
report of the same match tells of it too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.fuse.accounts import tellings
from kg.fuse.allies import Ally
from kg.fuse.grouping import is_of_one_pair
from kg.fuse.identity import Identity
from kg.fuse.kinship import are_alike
from kg.fuse.links import held, links
from kg.fuse.telling import Agreement, Telling, agreement, precedence
from kg.reconcile import Reading

Group = Sequence[Telling]


def as_told(
    alone: Reading, now: Reading, leads: Iterable[Telling], identity: Identity
) -> Iterator[Telling]:
    """The matches that a report tells of, ready to be grouped, `now` that others bear on it.

    Its own one is as it was told `alone`, if it is one of the `leads` and has no other sides now.
    """
    keys = links(alone, identity) if now is not alone else frozenset()
    for telling in tellings(now, identity):
        lead = next((o for o in leads if o.report == telling.report), None)
        if not telling.match.main:
            yield replace(telling, apart=now is not alone and not held(telling) <= keys)
        elif lead is not None:
            yield lead if are_alike(telling, lead) else replace(telling, apart=True)


def without_retold(groups: Sequence[Group], allies: Mapping[str, Ally]) -> list[Group]:
    """The groups without those that stand apart and that other reports of their match tell too."""
    match_of = {t.report: n for n, those in enumerate(groups) for t in those if t.match.main}
    match_of |= {
        name: match_of[ally.telling.report]
        for name, ally in allies.items()
        if ally.telling.report in match_of
    }
    beside: dict[int | None, list[Telling]] = {}
    for telling in (t for those in groups for t in those if not t.match.main):
        beside.setdefault(match_of.get(telling.report), []).append(telling)

    def is_retold(telling: Telling) -> bool:
        return any(
            is_of_one_pair(telling, other)
            and agreement(telling, other) is not Agreement.AGAINST
            and (not other.apart or precedence(other) < precedence(telling))
            for other in beside[match_of.get(telling.report)]
            if other.report != telling.report
        )

    return [
        those
        for those in groups
        if not (those[0].apart and not those[0].match.main and is_retold(those[0]))
    ]
