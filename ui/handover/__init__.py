"""Handing work over: seven steps, none of them mandatory, and the note that grows beside them."""
