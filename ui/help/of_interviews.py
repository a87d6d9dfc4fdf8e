"""The help of interviews: the questions, the kits made of them, and what comes after."""

from app.translation import tr
from ui.help.promises import Piece
from ui.help.text import Text, of_page
from ui.reference import INTERVIEWS


def interviews() -> Text:
    """Of questions and kits."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It plans a conversation with candidates: the same questions in the same order for each, so that you "
                "compare what people said, and not how the talk happened to go."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Begin a kit, name the role, and put questions in by their plus or the space bar. The bar shows "
                "whether the time is enough; a line below says what nothing asks about yet."
            ),
        ),
        Piece(
            tr("How do I change it?"),
            tr(
                "Words and minutes are written where they stand, and parts are dragged or moved by keys. A question "
                "that came along takes your words, and “As it came” gives the first ones back."
            ),
        ),
        Piece(
            tr("Why is the question about trust in it?"),
            tr(
                "What is care to one person is distrust to another. Asked early, the answer becomes the start of how "
                "you work together. It stays until you take it out."
            ),
        ),
        Piece(
            tr("What may not be asked?"),
            tr(
                "The card names what is usually left out, and what to ask instead. A line appears beside a question "
                "that touches it, and blocks nothing. It is no legal advice: local law decides."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It adds no ratings up and ranks nobody. What you type is encrypted and saved as you go."),
        ),
    )
    return of_page(INTERVIEWS, pieces, "new-kit", "new-question", "start-interview")
