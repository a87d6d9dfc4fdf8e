"""Makes of the project what people install: a program in one folder, with the licences of all that is in it."""
