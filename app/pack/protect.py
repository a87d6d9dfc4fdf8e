"""Closes a finished PDF with a password."""

from io import BytesIO


def with_password(pdf: bytes, password: str) -> bytes:
    """The same document, tags and all, that opens only with the password (AES-256)."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.7"
    writer.encrypt(password, algorithm="AES-256")
    closed = BytesIO()
    writer.write(closed)
    return closed.getvalue()
