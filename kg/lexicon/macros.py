"""Macros: words in capitals that stand for a longer pattern in the patterns of a file.

With `NET = 'the (?:far )?corner|the net'` the pattern `into NET` reads "into the far corner"; the
ways may be given as a list as well.
"""

import re
from collections.abc import Mapping, Sequence


def spelled_out(pattern: str, macros: Mapping[str, str | Sequence[str]]) -> str:
    """A pattern with every macro written out as a group; a macro may stand in another.

    >>> spelled_out("into NET", {"NET": "the FAR corner", "FAR": ["far", "near"]})
    'into (?:the (?:far|near) corner)'
    """
    ways = {name: way if isinstance(way, str) else "|".join(way) for name, way in macros.items()}
    any_macro = re.compile(rf"\b(?:{'|'.join(macros)})\b")
    for _ in macros:
        pattern = any_macro.sub(lambda found: f"(?:{ways[found[0]]})", pattern)
    return pattern
