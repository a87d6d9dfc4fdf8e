"""The window: one client of the library in `app`, and the door of the program."""
