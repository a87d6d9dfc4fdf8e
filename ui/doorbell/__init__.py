"""One window at a journal's door: who starts the program a second time brings the first window to the front."""
