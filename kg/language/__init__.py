"""From blocks to parsed sentences, by spaCy, with every name put aside before parsing.

`reader` is the line of this stage: `masking` puts the names aside, `pronouns` shows the parser
"she" as "he", `tagging` mends what the tagger makes of football's verbs, those in the `past_tense`
above all, `spelling` writes a word that has several spellings in one, `lower_case` has the words
that are no names, and `quotations` finds what somebody else says; `document` is what comes of it.
`treebank` masks the sentences that the parser is trained on in the same way.
"""

from kg.language.document import DASHES, POSSESSIVE, Document, Sentence, Token, lower
from kg.language.lower_case import common_words
from kg.language.reader import Reader, load_reader

__all__ = [
    "DASHES",
    "POSSESSIVE",
    "Document",
    "Reader",
    "Sentence",
    "Token",
    "common_words",
    "load_reader",
    "lower",
]
