"""The rope of a delegation, for whichever page shows one: what is on it, where, in which words, and how it is drawn."""
