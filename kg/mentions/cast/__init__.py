"""Whom names name: the people, teams and places of a report.

`gathering` gathers the names into those they name, by their `forms`, by `first_names` that are
short for others and by the `slips` of who wrote them, the `sides_of_clubs` apart; `listing` finds
who is listed on a team sheet, and `namesakes` are told apart by their sides.
"""
