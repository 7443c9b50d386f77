"""What a team sheet says of a match and its two sides, every name with its place in the report."""

from dataclasses import dataclass

from kg.sheets.told import CardShown, Listed, Missed, Note, Scored, Span, Swap, Written


@dataclass(frozen=True)
class TeamSheet:
    """One side: its line-up in order, its bench, and what happened to it; `team` may be untold.

    `replaced` are those of whom only a substitution tells, and that they went off; `goals` are
    those listed under its name, whoever gains them; `squad` are those of whom the side is chosen.
    """

    team: Written | None = None
    line_up: tuple[Listed, ...] = ()
    bench: tuple[Listed, ...] = ()
    replaced: tuple[Listed, ...] = ()
    squad: tuple[Listed, ...] = ()
    swaps: tuple[Swap, ...] = ()
    cards: tuple[CardShown, ...] = ()
    goals: tuple[Scored, ...] = ()
    missed: tuple[Missed, ...] = ()
    manager: Note[Written] | None = None

    @property
    def players(self) -> tuple[Listed, ...]:
        """Everybody listed, starters first."""
        return (*self.line_up, *self.bench, *self.replaced)

    @property
    def members(self) -> tuple[tuple[Written, Span], ...]:
        """Everybody of the side with the part that says so; own goals may be of the other."""
        goals = (goal for goal in self.goals if goal.kind != "own_goal")
        return (
            *((player.name, player.source) for player in (*self.players, *self.squad)),
            *((card.player, card.source) for card in self.cards),
            *((goal.scorer, goal.source) for goal in goals),
            *((missed.taker, missed.source) for missed in self.missed),
        )

    @property
    def names(self) -> frozenset[Written]:
        """Every name of a person."""
        named = {player.name for player in (*self.players, *self.squad)}
        named |= {name for swap in self.swaps for name in (swap.on, swap.off) if name}
        named |= {card.player for card in self.cards} | {goal.scorer for goal in self.goals}
        named |= {goal.assist for goal in self.goals if goal.assist}
        named |= {missed.taker for missed in self.missed}
        return frozenset(named | ({self.manager.value} if self.manager else set()))


@dataclass(frozen=True)
class Sheet:
    """All that the sheet of a report says: its sides, the home side first, and its notes.

    `loose` holds what is listed under no side; `planned` says that it is of a match to come;
    `score` and `half_time` are in the order of the sides; `unread` is what was not understood.
    """

    sides: tuple[TeamSheet, ...] = ()
    loose: TeamSheet = TeamSheet()
    score: Note[tuple[int, int]] | None = None
    half_time: Note[tuple[int, int]] | None = None
    attendance: Note[int] | None = None
    referee: Note[Written] | None = None
    venue: Note[Written] | None = None
    planned: bool = False
    spans: tuple[Span, ...] = ()
    unread: tuple[Span, ...] = ()

    @property
    def written(self) -> tuple[Written, ...]:
        """Every name that stands in its parts, and not in a headline."""
        names = (*self.names, *self.teams)
        return tuple(n for n in names if any(s.start <= n.start < s.end for s in self.spans))

    @property
    def teams(self) -> tuple[Written, ...]:
        """The names of the sides."""
        return tuple(side.team for side in self.sides if side.team)

    @property
    def players(self) -> frozenset[str]:
        """The names in line-ups and on benches; no two of a side are one player's."""
        return frozenset(p.name.text for side in self.sides for p in side.players)

    @property
    def names(self) -> tuple[Written, ...]:
        """Every name of a person, in the order of the report."""
        found = {name for side in (*self.sides, self.loose) for name in side.names}
        found |= {note.value for note in (self.referee,) if note}
        return tuple(sorted(found, key=lambda name: name.start))
