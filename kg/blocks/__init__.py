"""Blocks: a report cut into prose, captions, team sheets and what tells nothing.

`cutting` is the line of this stage: it takes the `paragraphs` of a text and says of each which
kind of `block` it is. `boilerplate` knows the menus and buttons of a page, and `datelines` the
places that a report says it was written in.
"""

from kg.blocks.block import Block, Kind, Layout
from kg.blocks.cutting import cut

__all__ = ["Block", "Kind", "Layout", "cut"]
