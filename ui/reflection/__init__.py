"""One reflection while it is written, wherever that happens: on Today and in the journal."""
