"""What the pages about candidates have in common: how a conversation is kept, and what is shown of it on each."""
