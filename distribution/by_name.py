"""Runs in the bundled program after `at_start`: a module in the archive is found by its name, and no folder is asked.

PyInstaller looks for each as if it were a file, folder by folder, with finders that are written in Python and made
anew for every package. Until the first paint these are about a hundred modules.
"""

import os
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec


def _run() -> None:
    importers, archive = import_module("pyimod02_importers"), import_module("pyimod01_archive")
    found, is_package = importers.pyz_archive, {archive.PYZ_ITEM_MODULE: False, archive.PYZ_ITEM_PKG: True}

    class ByName:
        @staticmethod
        def find_spec(name: str, *_: object) -> ModuleSpec | None:
            kind = found.toc.get(name, (None,))[0]
            if kind not in is_package:
                return None
            loader = importers.PyiFrozenLoader(name, found, name, is_package[kind])
            spec = ModuleSpec(name, loader, origin=loader.path, is_package=is_package[kind])
            spec.has_location = True  # modules look for their data beside themselves
            if spec.submodule_search_locations is not None:
                spec.submodule_search_locations.append(loader.path.rpartition(os.sep)[0])
            return spec

    sys.meta_path.insert(0, ByName)


_run()
del _run
