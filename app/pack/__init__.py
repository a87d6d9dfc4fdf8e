"""What goes into a coaching pack, and how it is set on pages."""

TYPESET_COMMAND = "typeset-pages"  # what the program calls itself with (`child`); here, for all commands look at it
