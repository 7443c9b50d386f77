"""The curves of `kg.graph.confidence`: how often facts that are told so surely are right."""

from collections.abc import Mapping, Sequence

from kg.graph.confidence import ANY
from kg.score.calibration import Said

ENOUGH = 30  # observations for a curve of its own
BLOCK = 15  # observations for a point of a curve
DOUBT = 2.0  # observations of the common sort that each point has besides its own


def fit_curves(said: Sequence[Said]) -> dict[str, list[tuple[float, float, int]]]:
    """Monotone curves by kind and property, by kind, and of all: points said, right, how many.

    What has too few observations, or is all there is of its kind, has no curve of its own. A
    curve's points never fall, and each stands on some observations (isotonic regression, by pooling
    neighbours that do not rise).
    """
    named: dict[str, list[Said]] = {}
    for one in said:
        for name in (f"{one.kind}.{one.term}", one.kind, ANY):
            named.setdefault(name, []).append(one)
    mean = sum(one.right for one in said) / len(said)
    return {
        name: pooled(group, mean)
        for name, group in sorted(named.items())
        if name == ANY or (len(group) >= ENOUGH and is_own(name, named))
    }


def is_own(name: str, named: Mapping[str, Sequence[Said]]) -> bool:
    """Whether a property is not all that its kind of fact has, so that its curve is another."""
    kind, _, term = name.partition(".")
    return not term or len(named[name]) < len(named[kind])


def pooled(said: Sequence[Said], mean: float) -> list[tuple[float, float, int]]:
    """The points of one curve; `mean` is the share of all statements that is right."""
    blocks: list[list[Said]] = []
    for one in sorted(said, key=lambda one: one.confidence):
        is_full = blocks and len(blocks[-1]) >= BLOCK
        if not blocks or (is_full and blocks[-1][-1].confidence < one.confidence):
            blocks.append([])
        blocks[-1].append(one)
    if len(blocks) > 1 and len(blocks[-1]) < BLOCK:
        blocks[-2:] = [blocks[-2] + blocks[-1]]
    done: list[list[Said]] = []
    for block in blocks:
        done.append(block)
        while len(done) > 1 and share(done[-2], mean) >= share(done[-1], mean):
            done[-2:] = [done[-2] + done[-1]]
    return [
        (
            round(sum(one.confidence for one in block) / len(block), 3),
            round(share(block, mean), 3),
            len(block),
        )
        for block in done
    ]


def share(block: Sequence[Said], mean: float) -> float:
    """The share of a block that is right, drawn a little to that of all statements."""
    return (sum(one.right for one in block) + DOUBT * mean) / (len(block) + DOUBT)


def to_toml(curves: Mapping[str, Sequence[tuple[float, float, int]]], reports: int) -> str:
    """The curves as the data file of `kg.graph.confidence`."""
    lines = [
        "# How often facts are right, by the figure that the reading gives them: kg/confidence.py.",
        f"# Measured on {reports} reports with gold facts, by `kg calibrate --fit`; `facts` is how",
        "# many facts each point stands on.",
    ]
    for name, points in curves.items():
        lines += ["", f'[curve."{name}"]']
        for key, at in (("said", 0), ("right", 1), ("facts", 2)):
            lines.append(f"{key} = [{', '.join(str(point[at]) for point in points)}]")
    return "\n".join(lines) + "\n"
