"""Read CoNLL-U treebanks as spaCy training examples.

A report's names are put aside before it is parsed (see `kg.language`): the parser sees one
placeholder for each. So a share of the training sentences is masked in the same way, and the
parser learns what a masked sentence looks like: "Smith beat Smith 2-1 at Smith."
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

from kg.lexicon import words

PLACEHOLDER = "Smith"
SENTENCES_PER_DOCUMENT = 6
CALENDAR = frozenset(
    word.lower() for word in words("calendar", "weekdays") | words("calendar", "months")
)


@dataclass(frozen=True)
class Word:
    """One syntactic word: form, PTB tag, universal class, head (an index), relation."""

    form: str
    tag: str
    pos: str
    head: int
    relation: str
    space_after: bool


def read_conllu(path: Path) -> Iterator[tuple[Word, ...]]:
    """The sentences of a CoNLL-U file, heads counted from 0 and a root heading itself."""
    words: list[Word] = []
    joined_until, joined_space = 0, True
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            if words:
                yield tuple(words)
            words, joined_until = [], 0
            continue
        if line.startswith("#"):
            continue
        index, form, _, pos, tag, _, head, relation, _, misc = line.split("\t")
        space = "SpaceAfter=No" not in misc
        if "-" in index:  # "don't" is written as one and annotated as two words
            joined_until, joined_space = int(index.split("-")[1]), space
            continue
        if "." in index:
            continue
        number = int(index)
        if number <= joined_until:
            space = joined_space if number == joined_until else False
        root = int(head) == 0
        words.append(
            Word(
                form,
                tag,
                pos,
                number - 1 if root else int(head) - 1,
                "ROOT" if root else relation,
                space,
            )
        )


def mask_names(sentence: tuple[Word, ...]) -> tuple[Word, ...]:
    """Replace each proper name that hangs together in the tree by one placeholder word."""
    masked: dict[int, Word] = {}
    stands_for = list(range(len(sentence)))
    for start, end, head in name_spans(sentence):
        stands_for[start:end] = [head] * (end - start)
        space_after = sentence[end - 1].space_after
        masked[head] = replace(
            sentence[head], form=PLACEHOLDER, tag="NNP", pos="PROPN", space_after=space_after
        )
    kept = [i for i, head in enumerate(stands_for) if head == i]
    place = {old: new for new, old in enumerate(kept)}
    shown = (masked.get(i, sentence[i]) for i in kept)
    return tuple(replace(word, head=place[stands_for[word.head]]) for word in shown)


def name_spans(sentence: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """Where each name that hangs together begins, where it ends, and its head."""
    places = range(len(sentence))
    for is_name, run in groupby(places, key=lambda i: _is_name(sentence[i])):
        span = list(run)
        heads = [i for i in span if sentence[i].head == i or sentence[i].head not in span]
        if is_name and len(heads) == 1:
            yield span[0], span[-1] + 1, heads[0]


def _is_name(word: Word) -> bool:
    return word.pos == "PROPN" and word.form[0].isalpha() and word.form.lower() not in CALENDAR


def treebank_reader(
    paths: str, masked_share: float, seed: int
) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus over comma-separated CoNLL-U paths, in groups of six sentences."""
    sentences = [sentence for path in paths.split(",") for sentence in read_conllu(Path(path))]
    groups = [
        sentences[i : i + SENTENCES_PER_DOCUMENT]
        for i in range(0, len(sentences), SENTENCES_PER_DOCUMENT)
    ]
    chance = random.Random(seed)

    def read(nlp: Language) -> Iterator[Example]:
        order = list(groups)
        if masked_share:
            chance.shuffle(order)
        for group in order:
            masked = chance.random() < masked_share
            reference = to_doc(nlp, [mask_names(s) if masked else s for s in group])
            predicted = (
                Doc(
                    nlp.vocab,
                    words=[t.text for t in reference],
                    spaces=[bool(t.whitespace_) for t in reference],
                )
                if masked
                else nlp.make_doc(reference.text)
            )
            yield Example(predicted, reference)

    return read


def to_doc(nlp: Language, sentences: list[tuple[Word, ...]]) -> Doc:
    """A spaCy document that holds the annotation of these sentences."""
    annotated = [word for sentence in sentences for word in sentence]
    offsets = accumulate((len(sentence) for sentence in sentences), initial=0)
    starts: list[bool | int | None] = [i == 0 for s in sentences for i in range(len(s))]
    return Doc(
        nlp.vocab,
        words=[word.form for word in annotated],
        spaces=[word.space_after for word in annotated],
        tags=[word.tag for word in annotated],
        heads=[at + word.head for at, s in zip(offsets, sentences, strict=False) for word in s],
        deps=[word.relation for word in annotated],
        sent_starts=starts,
    )


registry.readers("kg.Treebank.v1", func=treebank_reader)
