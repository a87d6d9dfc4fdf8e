"""What the system says that ends in locking: that the screen locks, the computer sleeps, somebody else signs in."""
