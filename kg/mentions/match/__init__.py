"""How the match stands: its text, its two teams, and who is at home."""
