"""Learn from labelled reports which names are those of teams, from the uses of each name."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from kg.blocks import cut
from kg.language import Reader
from kg.mentions.senses.team_names import WEIGHTS, features_of_names
from kg.training.passages import Passages, team_names
from kg.training.regression import Example, fit, held_out, labelled_reports, ungrouped
from kg.weights import write_weights

STRENGTH = 0.6
TEAM = 4.0  # what the name of a team counts for: there are many more people
SCORES = "team-names-scores.json"


def train(folder: Path, out: Path, reader: Reader) -> Path:
    """Fit the weights on the labelled reports of a folder and write them to the folder `out`.

    Beside them stand the scores of a cross-validation by reports: how many names there were, how
    many of them of teams, how many of these were found, and how many others were taken for teams.

    Raises:
        InputError: the folder holds no labelled report.
    """
    learnt = [one for passages in labelled_reports(folder) for one in labelled(passages, reader)]
    out.mkdir(parents=True, exist_ok=True)
    write_weights(fit(learnt, STRENGTH, TEAM), out / WEIGHTS)
    scores = json.dumps(cross_validate(learnt), indent=1)
    (out / SCORES).write_text(scores + "\n", encoding="utf-8")
    return out


def labelled(passages: Passages, reader: Reader) -> Iterator[Example]:
    """The names of a labelled report, and whether each is a team's."""
    document = reader.read(passages.report, cut(passages.report))
    told = features_of_names(document)
    for name, is_team in team_names(document, passages).items():
        yield Example(passages.report.id, ungrouped(told[name]), is_team)


def cross_validate(learnt: Sequence[Example]) -> dict[str, int]:
    """How many names are told right by weights that were fitted without their report."""
    told = list(held_out(learnt, partial(fit, strength=STRENGTH, weight=TEAM)))
    teams = [odds > 0 for odds, is_team in told if is_team]
    others = [odds > 0 for odds, is_team in told if not is_team]
    return {
        "reports": len({one.report for one in learnt}),
        "names": len(told),
        "teams": len(teams),
        "teams found": sum(teams),
        "others taken for teams": sum(others),
    }
