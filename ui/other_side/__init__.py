"""The other side: the owner gets ready for an interview of their own, by the same questions."""
