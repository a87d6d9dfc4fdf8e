"""Keys and files: the only place that knows cryptography, SQLCipher and what lies in a journal's folder."""

KEYRING_COMMAND = "ask-the-keyring"  # what the program calls itself with (`computer`); all commands look at it
