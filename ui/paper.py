"""Which size of paper is usual where this computer stands."""

from PySide6.QtCore import QLocale

from app.pack.contents import Paper


def usual_paper() -> Paper:
    """Letter where inches are usual in the American way, else A4."""
    american = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if american else Paper.A4
