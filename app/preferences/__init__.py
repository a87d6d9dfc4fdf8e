"""Preferences: what a journal itself remembers of how its owner wants it."""
