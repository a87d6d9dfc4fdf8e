"""The choice of what goes into the program."""

from distribution.parts import ROOT, Entry, kept, own_modules, own_start, resources

LIB = "PySide6/Qt/lib/libQt6Gui.so.6"
XCB = "PySide6/Qt/plugins/platforms/libqxcb.so"
NEEDS = {"/s/QtGui": ["libQt6Gui.so.6"], "/s/qxcb": ["libxcb-cursor.so.0", "libc.so.6"], "/s/cursor": ["libxcb.so.1"]}


def chosen(*found: Entry) -> set[str]:
    return {place for place, _, _ in kept(found, lambda path: NEEDS.get(path, []))}


def test_what_a_module_needs_is_kept_and_all_else_is_not() -> None:
    module = ("PySide6/QtGui.abi3.so", "/s/QtGui", "EXTENSION")
    gui, gtk = (LIB, "/s/lib", "BINARY"), ("libgtk-3.so.0", "/s/gtk", "BINARY")
    assert chosen(module, gui, gtk) == {module[0], LIB}


def test_what_a_library_needs_is_kept_too() -> None:
    xcb, cursor = (XCB, "/s/qxcb", "BINARY"), ("libxcb-cursor.so.0", "/s/cursor", "BINARY")
    below = ("libxcb.so.1", "/s/below", "BINARY")
    assert chosen(xcb, cursor, below) == {XCB, "libxcb-cursor.so.0", "libxcb.so.1"}


def test_a_plugin_is_kept_only_in_its_own_folder() -> None:
    gtk = ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/s/gtk", "BINARY")
    elsewhere = ("PySide6/Qt/plugins/generic/libqxcb.so", "/s/qxcb", "BINARY")
    windows = ("PySide6/plugins/platforms/qwindows.dll", "/s/win", "BINARY")
    assert chosen(gtk, elsewhere, windows) == {windows[0]}


def test_a_link_is_kept_with_what_it_leads_to() -> None:
    module, gui = ("PySide6/QtGui.abi3.so", "/s/QtGui", "EXTENSION"), (LIB, "/s/lib", "BINARY")
    up, beside = ("libQt6Gui.so.6", LIB, "SYMLINK"), ("PySide6/Qt/lib/G.so", "../lib/libQt6Gui.so.6", "SYMLINK")
    dangling = ("libgtk-3.so.0", "elsewhere/libgtk-3.so.0", "SYMLINK")
    assert chosen(module, gui, up, beside, dangling) == {module[0], LIB, up[0], beside[0]}


def test_words_of_qt_stay_out_and_resources_go_in() -> None:
    words = ("PySide6/Qt/translations/qtbase_de.qm", "/s/qm", "DATA")
    font = ("resources/fonts/a.ttf", "/s/ttf", "DATA")
    assert chosen(words, font) == {font[0]}


def test_every_module_and_resource_of_the_project_is_asked_for() -> None:
    assert {"app", "ui", "app.pack.child", "ui.today.page", "ui.coaching.page"} <= set(own_modules())
    placed = {f"{folder}/{path.rsplit('/', 1)[-1]}" for path, folder in resources()}
    assert {"resources/pack/pack.typ", "resources/sample/journal.json", "resources/theme/tokens.json"} <= placed
    assert [each for each in placed if "screenshots" in each] == []
    assert (ROOT / "build.spec").exists()


def test_no_hook_runs_before_the_program() -> None:
    own, hook = ("__main__", "/s/ui/__main__.py", "PYSOURCE"), ("pyi_rth_pyside6", "/s/hook.py", "PYSOURCE")
    assert own_start([hook, own]) == [own]
