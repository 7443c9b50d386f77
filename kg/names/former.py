"""What somebody was before "Ex-" and his name is none of it: "Ex-Gunner Kaba" is Omar Kaba."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import table
from kg.names.runs import Run

EX = re.compile(r"(?:^|\W)[Ee]x-$")


def without_former(runs: Sequence[Run]) -> list[Run]:
    """The runs, those behind "Ex-" without what their bearer was, if another has his surname."""
    full = {run.words for run in runs if len(run.words) > 1}
    of_clubs = frozenset().union(
        *(table("nouns", "clubs")[n] for n in ("affixes", "first", "last"))
    )

    def told(run: Run) -> Run:
        start = run.spans[0][0] if run.spans else 0
        if len(run.spans) == 1 or not EX.search(run.block.text[max(0, start - 4) : start]):
            return run
        others = any(words[-1] == run.words[-1] for words in full - {run.words})
        is_his = others and of_clubs.isdisjoint(run.words)
        return replace(run, spans=run.spans[-1:], opens_sentence=False) if is_his else run

    return [told(run) for run in runs]
