"""Keys and files: the only place that knows cryptography, SQLCipher and what lies in a journal's folder."""
