"""A secret on the clipboard for half a minute, with the hints by which clipboard histories leave it alone."""

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 30
_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    "org.nspasteboard.ConcealedType": b"1",
}


class BriefCopy(QObject):
    """One secret on the clipboard. It outlives the page that asked for it, and ends with the program at the latest."""

    def __init__(self, text: str, milliseconds: int = SECONDS * 1000) -> None:
        application = QCoreApplication.instance()
        super().__init__(application)
        self._text = text
        data = QMimeData()
        data.setText(text)
        for form, hint in _HINTS.items():
            data.setData(form, hint)
        QGuiApplication.clipboard().setMimeData(data)
        QTimer.singleShot(milliseconds, self, self.end)
        if application is not None:
            application.aboutToQuit.connect(self.end)

    def end(self) -> None:
        """Takes the secret away, unless something else has been copied since."""
        clipboard = QGuiApplication.clipboard()
        if self._text and clipboard.text() == self._text:
            clipboard.clear()
        self._text = ""
        self.deleteLater()
