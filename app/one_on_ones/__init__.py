"""One-on-ones: what is open between two people, the meetings that talk about it, and what was promised there."""
