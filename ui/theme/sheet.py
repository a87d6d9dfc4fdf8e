"""The style sheet: what Qt's own widgets need to look like ours. What we draw ourselves is not in it."""

from string import Template

from ui.theme import tokens

_SHEET = Template("""
QMainWindow, QDialog { background: $paper; }
QToolTip { background: $tooltip; color: $onTooltip; border: none; padding: 5px 8px; font-size: ${size_caption}px; }

QMenu { background: $surface; color: $ink; border: 1px solid $stroke; border-radius: 10px; padding: 6px;
        font-size: ${size_control}px; }
QMenu::item { padding: 7px 14px; border-radius: 6px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $inkDisabled; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }

Field, LineField { background: transparent; border: none; }

QScrollArea, QAbstractScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px 3px; border: none; }
QScrollBar::handle:vertical { background: $lineStrong; border-radius: 2px; min-height: 36px; }
QScrollBar::handle:vertical:hover { background: $stroke; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 3px 2px; border: none; }
QScrollBar::handle:horizontal { background: $lineStrong; border-radius: 2px; min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def text() -> str:
    """The style sheet in the colours and sizes in force."""
    names = {name: tokens.color(name).name() for name in tokens.values()["color"]["light"]}
    sizes = {f"size_{name}": str(tokens.scaled(style["size"])) for name, style in tokens.values()["type"].items()}
    return _SHEET.substitute(sizes | names)
