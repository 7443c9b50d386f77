"""The season around the match: the table, and the matches to come."""
