"""Secrets on the screen: what the unlock window and the settings both ask for and show."""
