"""The take-back cycle: the loop of a kind of work that keeps coming back, and one way to break it at each arrow."""
