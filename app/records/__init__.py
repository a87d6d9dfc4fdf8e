"""What the kinds of record that came with 0.2 have in common: what each has, how it is written, where it lives."""
