"""Blocks: a report cut into prose, captions, team sheets and what tells nothing.

`cutting` is the line of this stage; `boilerplate` knows the menus and buttons of a page, and
`datelines` the places that a report says it was written in.
"""

from kg.blocks.cutting import Block, Kind, Layout, cut

__all__ = ["Block", "Kind", "Layout", "cut"]
