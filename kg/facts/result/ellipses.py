"""Results told behind another with no verb of their own: "lost 2-0 to Brevik and 3-0 to Dalby"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.facts.result.told import ResultTold, oriented, score_in
from kg.language import Sentence
from kg.lexicon import pattern
from kg.mentions import Kind, Mention

MORE = pattern("results", "more")
REACH = 16  # words behind an opponent in which the next may stand


def in_the_same_breath(
    told: ResultTold, sentence: Sentence, mentions: Sequence[Mention]
) -> Iterator[ResultTold]:
    """The results that go on from a telling: of the same team, that ended alike."""
    if told.score is None or told.outcome is None or told.holder is None:
        return
    teams = {m.first: m for m in mentions if m.kind is Kind.TEAM and m.named and m.entity}
    before = [
        m for m in teams.values() if m.entity == told.opponent and m.last > (told.trigger or 0)
    ]
    place = min((m.last + 1 for m in before), default=len(sentence.tokens))
    met = {told.holder, told.opponent}
    while more := MORE.match(shown(sentence, place, teams)):
        next_to = teams[int(more["team"] or more["other"])]
        score = oriented(score_in(more["score"] or more["behind"]), told.outcome)
        if score is None or next_to.entity in met:
            return
        met.add(next_to.entity)
        yield replace(told, opponent=next_to.entity, score=score, ground=None, venue=None)
        place = next_to.last + 1 + (1 if more["behind"] else 0)


def shown(sentence: Sentence, place: int, teams: Mapping[int, Mention]) -> str:
    """The words behind a place, teams as the number of their first word: " and 3-0 to <12>"."""
    words, i = [], place
    while i < min(len(sentence.tokens), place + REACH):
        words.append(f" <{i}>" if i in teams else f" {sentence.tokens[i].lower}")
        i = teams[i].last + 1 if i in teams else i + 1
    return re.sub("[–—]", "-", "".join(words))
