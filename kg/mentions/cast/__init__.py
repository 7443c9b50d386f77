"""Whom names name: the people, teams and places of a report."""
