"""Questions of the bank to choose from, and what was chosen in its order: for kits, and for the other side."""
