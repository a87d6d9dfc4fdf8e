"""People: whom the owner works with, one page a person, and what was agreed, said and promised there."""
