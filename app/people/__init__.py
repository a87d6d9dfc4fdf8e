"""People: so far their names, in a table of their own from the start."""
