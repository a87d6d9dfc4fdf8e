"""Erasing a person: what is about them goes, what mentions them says something else, and no trace of the name stays."""
