"""Practices: how work is looked after, how each way reads, and the checklists with their runs."""
