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
                "It plans a conversation with candidates: the same questions, in the same order, for each of them. So "
                "you compare what people said, and not how the talk happened to go."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Begin a kit and name the role. Choose a question at the left and press Space, or the plus, to put it "
                "in. The bar shows whether the time is enough; the line below says what nothing asks about yet."
            ),
        ),
        Piece(
            tr("How do I change it?"),
            tr(
                "Role, minutes, opening and closing are written where they stand. Drag a part, or press Alt and an "
                "arrow key; Delete takes it out. A question that came along can be put in your words, and “As it came” "
                "gives the first ones back."
            ),
        ),
        Piece(
            tr("Why is the question about trust in it?"),
            tr(
                "What care is to one person is distrust to another. Asked before they come, the answer becomes the "
                "start of how you work together. It stays until you take it out."
            ),
        ),
        Piece(
            tr("What may not be asked?"),
            tr(
                "The card lists grounds that the law of many places protects, and what to ask instead. A note appears "
                "beside a question that touches one. It blocks nothing, and it is no legal advice: local law decides."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It adds no ratings up, ranks nobody, and sends nothing anywhere. All of it is encrypted as you type."),
        ),
    )
    return of_page(INTERVIEWS, pieces, "new-kit", "new-question", "start-interview")
