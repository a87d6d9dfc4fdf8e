"""The frame around every page: rail, actions, palette, messages, locking."""
