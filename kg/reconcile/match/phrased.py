"""What sentences tell of the setting of a match in set phrases."""

import re
from collections.abc import Iterable, Iterator

from kg.language import Sentence
from kg.mentions import Scene
from kg.phrasings.marked import Marked, is_quoted, mark, tellings


def told_of(
    what: str, sentences: Iterable[Sentence], scene: Scene
) -> Iterator[tuple[Marked, re.Match[str]]]:
    """Where sentences tell something of the setting, in their marked text; no quotation does."""
    for sentence in sentences:
        marked = mark(sentence, scene.of(sentence.number))
        for phrase, found in tellings("setting", marked):
            if phrase.says == what and not is_quoted(marked, found):
                yield marked, found
