"""People: who they are to the owner, what was agreed with them and said between them, what is theirs to decide."""
