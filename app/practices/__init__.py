"""Practices: standing ways of overseeing work, how each reads to whom, and the checklists among them."""
