"""A sentence with all that facts are found in, worked out once for every kind of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.frames import Frame, find_frames, with_nouns
from kg.language import Sentence
from kg.lexicon import words
from kg.mentions import Mention, Scene
from kg.phrasings import nouns_of
from kg.phrasings.marked import Marked, mark, past_asides


@dataclass(frozen=True)
class Analysis:
    """Who is mentioned in a sentence, who does what in it, and its text with marks.

    `frames` are those of verbs and of the nouns that phrasings look for, `results` those of verbs
    and of the nouns of results ("defeat").
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    frames: tuple[Frame, ...]
    results: tuple[Frame, ...]
    marked: Marked


def analyse(scene: Scene, kinds: Iterable[str]) -> tuple[Analysis, ...]:
    """The sentences of a report; `kinds` are those of the facts that phrasings tell."""
    nouns, results = nouns_of(kinds), words("results", "nouns")
    found = []
    for sentence in scene.document.sentences:
        mentions = scene.of(sentence.number)
        frames = find_frames(sentence, mentions, nouns | results)
        found.append(
            Analysis(
                sentence=sentence,
                mentions=mentions,
                frames=with_nouns(frames, nouns),
                results=with_nouns(frames, results),
                marked=mark(sentence, mentions),
            )
        )
    return tuple(found)


def texts_of(sentences: Iterable[Analysis], scene: Scene) -> tuple[Marked, ...]:
    """Every sentence with marks, and again less what it says aside.

    Args:
        sentences: the sentences as they were first read.
        scene: the report, in which more mentions may be linked by now.
    """
    found: list[Marked] = []
    for here in sentences:
        mentions = scene.of(here.sentence.number)
        marked = here.marked if mentions == here.mentions else mark(here.sentence, mentions)
        found.extend(past_asides(marked))
    return tuple(found)
