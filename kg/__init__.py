"""football-kg reads football match reports and turns them into a knowledge graph.

import kg
built = kg.build(["seeds/reports"])
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline import Built

__version__ = "0.1.0"
__all__ = ["__version__", "build"]


def build(*args: Any, **options: Any) -> "Built":
    """Read reports and build one graph of them; see `kg.pipeline.build`."""
    from kg.pipeline import build as build_  # noqa: PLC0415  # heavy: spaCy, rdflib

    return build_(*args, **options)
