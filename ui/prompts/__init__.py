"""The place where all prompts are seen and changed."""
