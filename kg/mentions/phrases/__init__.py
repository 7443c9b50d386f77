"""The noun phrases that stand for somebody."""
