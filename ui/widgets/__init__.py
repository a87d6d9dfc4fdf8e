"""Shared widgets: dumb, painted from tokens, data in and signals out."""
