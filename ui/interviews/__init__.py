"""Interviews: the question bank, the kits made of it, and the one question that is looked at."""
