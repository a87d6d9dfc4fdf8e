"""One index over everything that was written, inside the encrypted file."""
