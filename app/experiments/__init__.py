"""Trust experiments: two weeks of one small act of relying on someone."""
