"""Delegation: what is in other hands, what came from whom, and what the owner still does."""
