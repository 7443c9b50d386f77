"""Macros: words in capitals that stand for a longer pattern in the patterns of a file.

With `NET = 'the (?:far )?corner|the net'` the pattern `into NET` reads "into the far corner".
"""

import re
from collections.abc import Mapping


def spelled_out(pattern: str, macros: Mapping[str, str]) -> str:
    """A pattern with every macro written out as a group; a macro may stand in another.

    >>> spelled_out("into NET", {"NET": "the FAR corner", "FAR": "far|near"})
    'into (?:the (?:far|near) corner)'
    """
    any_macro = re.compile(rf"\b(?:{'|'.join(macros)})\b")
    for _ in macros:
        pattern = any_macro.sub(lambda found: f"(?:{macros[found[0]]})", pattern)
    return pattern
