"""Look into the reading: what was seen in each sentence, what it told, and why it told no more.

For a phrasing that is missing, and for a fact that is wrong: `look` shows the words, the people and
teams, the frames, the phrasings that fit each, and for a frame that fits none the nearest one and
the conditions at which it failed. It needs no match: a single sentence will do.

`seen` keeps what every stage saw, `lines` tells it, and `silence` finds the sentences that look
like football events and told of none.
"""

from kg.look.lines import CONDITIONS, in_words, name_of
from kg.look.seen import FrameSeen, Look, SentenceSeen, look
from kg.look.silence import Silent, silent

__all__ = [
    "CONDITIONS",
    "FrameSeen",
    "Look",
    "SentenceSeen",
    "Silent",
    "in_words",
    "look",
    "name_of",
    "silent",
]
