"""What those did of whom an epithet of position may tell: who fouls, stops or serves another."""

from collections.abc import Sequence

from kg.lexicon import pattern, words
from kg.mentions import Mention
from kg.reconcile.players.goalkeepers import around

OUTDONE, STOPPED, CHALLENGES, FOULED = (
    pattern("positions", name) for name in ("outdone", "stopped", "challenges", "fouled")
)
ATTACKERS = frozenset({"forward", "winger"})
SERVES = words("positions", "serves")


def in_role(mentions: Sequence[Mention], role: str | None) -> Sequence[Mention]:
    """Those of several who do what their place is for: who stops another is no forward."""
    stoppers = [m for m in mentions if stops(m)]
    if role == "defender" and stoppers:
        return stoppers[-1:]
    if role in ATTACKERS:
        outdone = {m.entity for m in mentions if OUTDONE.search(around(m)[0])}
        outdone |= {m.entity for m in stoppers}
        return [m for m in mentions if m.entity not in outdone] or mentions
    return mentions


def fouling(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Those who fouled another: "Bellini tripped Kaba and the defender was booked"."""
    return [m for m in mentions if FOULED.search(around(m)[1])]


def stops(mention: Mention) -> bool:
    """Whether somebody stops another: "deflected by Bellini", "under Bellini's challenge"."""
    before, behind = around(mention)
    return bool(STOPPED.search(before) or CHALLENGES.search(behind))


def no_servers(mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions less those of whoever served somebody, if others are left."""
    return [m for m in mentions if not serves(m)] or mentions


def serves(mention: Mention) -> bool:
    """Whether somebody does what helps or stops another: "Bell, played in by Kaba"."""
    before = [t.text.lower() for t in mention.sentence.tokens[: mention.first]]
    return before[-1:] == ["by"] and bool(SERVES & set(before[-9:-1]))
