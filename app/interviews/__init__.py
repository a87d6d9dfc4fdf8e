"""Interviews: questions, plans made of them, conversations with candidates, and what trust means to each side."""
