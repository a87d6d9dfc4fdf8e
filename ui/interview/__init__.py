"""One conversation with one candidate: a question at a time, what was said and done, and how our ways land."""
