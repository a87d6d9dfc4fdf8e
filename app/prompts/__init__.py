"""Prompts: one question a day, and the rules by which it is chosen."""
