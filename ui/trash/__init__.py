"""What was put away, of every kind, for as long as the trash keeps it."""
