"""Talking a piece of work through: the points first, then the process, one's own part, the fear, and what changes."""
