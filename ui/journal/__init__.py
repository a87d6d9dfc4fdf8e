"""Every reflection: found, read, changed."""
