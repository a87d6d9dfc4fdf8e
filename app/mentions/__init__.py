"""Mentions: where a text names somebody, for all that has to call people something else, or nothing at all."""
