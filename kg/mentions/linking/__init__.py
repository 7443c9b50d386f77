"""Which words stand for whom: epithets and pronouns, joined to people and teams."""
