"""The pack for a coaching session."""
