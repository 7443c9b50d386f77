"""Keep things in a column apart while moving them as little as possible."""

from collections.abc import Sequence
from itertools import accumulate


def spread(wanted: Sequence[float], gaps: Sequence[float]) -> tuple[float, ...]:
    """Places nearest to the wanted ones (least squares), in the given order, never too close.

    `gaps[i]` is the least distance between item i and item i+1, so it is one shorter than
    `wanted`. With the gaps taken off this is isotonic regression, solved exactly by pooling
    adjacent violators.
    """
    offsets = tuple(accumulate(gaps, initial=0.0))[: len(wanted)]
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        mean, size = place - offset, 1
        while pools and pools[-1][0] > mean:
            earlier, count = pools.pop()
            mean = (earlier * count + mean * size) / (count + size)
            size += count
        pools.append((mean, size))
    levels = [mean for mean, size in pools for _ in range(size)]
    return tuple(level + offset for level, offset in zip(levels, offsets, strict=True))
