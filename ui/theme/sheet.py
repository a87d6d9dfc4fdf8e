"""Style sheets for what Qt draws: scroll bars and menus.

Each is for one widget: with one for the whole program, Qt would look for rules for every widget, and again wherever one
is put into another. That took half of the time in which a page is made.
"""

from string import Template

from ui.theme import tokens

_SCROLL_BAR = Template("""
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px 3px; border: none; }
QScrollBar::handle:vertical { background: $lineStrong; border-radius: 2px; min-height: 36px; }
QScrollBar::handle:vertical:hover { background: $stroke; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 3px 2px; border: none; }
QScrollBar::handle:horizontal { background: $lineStrong; border-radius: 2px; min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
_MENU = Template("""
QMenu { background: $surface; color: $ink; border: 1px solid $stroke; border-radius: 10px; padding: 6px;
        font-size: ${size_control}px; }
QMenu::item { padding: 7px 14px; border-radius: 6px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $inkDisabled; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
""")


def scroll_bar() -> str:
    """That of a scroll bar, in the colours in force."""
    return _filled(_SCROLL_BAR)


def menu() -> str:
    """That of a menu, in the colours and sizes in force."""
    return _filled(_MENU)


def _filled(template: Template) -> str:
    names = {name: tokens.color(name).name() for name in tokens.values()["color"]["light"]}
    sizes = {f"size_{name}": str(tokens.scaled(style["size"])) for name, style in tokens.values()["type"].items()}
    return template.substitute(sizes | names)
