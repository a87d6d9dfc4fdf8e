"""What goes into a coaching pack, and how it is set on pages."""
