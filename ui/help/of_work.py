"""The help of work that is handed over."""

from app.translation import tr
from ui.help.promises import Piece
from ui.help.text import Text, of_page
from ui.reference import DELEGATION, HANDOVER


def delegation() -> Text:
    """Of delegation."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "The work that is in other hands, and the work that still is in yours. Each piece has its rope: "
                "time runs to the right, what came from you is above it, what was agreed is on it. Numbers open their "
                "records."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Hand something over, or note something that is still yours and hand that over later. Then, each "
                "time something happens, press what it was: a check-in, a pull that you held, a look that was not "
                "agreed."
            ),
        ),
        Piece(
            tr("And if I take it back?"),
            tr(
                "You are asked what set it off and whether less would be enough. Nothing keeps you from it. Safety, "
                "law and a date that cannot move are reasons that do not count as a take-back."
            ),
        ),
        Piece(
            tr("Can I change what I logged?"),
            tr(
                "Every mark of the rope opens by Enter: its line, its day, your minutes. Arrow keys go from mark to "
                "mark, Delete moves one to the trash. The three dots copy all of it as text."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "It is encrypted and saved as you go. What you fear stands in a block of its own: the hand-over "
                "note has no place for it."
            ),
        ),
    )
    return of_page(DELEGATION, pieces, "keep-work", "edit", "delete")


def handover() -> Text:
    """Of handing over."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It takes you through handing work to somebody: what done looks like, why them, the support, what is "
                "theirs to decide, when you meet, who else looks at it, and what you fear."
            ),
        ),
        Piece(
            tr("Do I have to fill in all seven?"),
            tr(
                "No. Take them in any order, leave out what does not apply, and hand over whenever it is enough. All "
                "that it needs is somebody to hand it to."
            ),
        ),
        Piece(
            tr("What does the other person get?"),
            tr(
                "The note at the right, and nothing else. Copy it, print it, or save it as PDF. It grows while you "
                "write, and has no place for what you fear, how likely it feels, or how good you expect it to be."
            ),
        ),
        Piece(
            tr("Why write down a fear?"),
            tr(
                "When the work is done, the debrief puts what you feared beside what happened. Written down before, it "
                "can be compared; remembered afterwards, it bends."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "Every field saves itself, encrypted. A draft waits until you come back to it, and nobody is told "
                "anything: the note leaves only by your hand."
            ),
        ),
    )
    return Text(tr("Handing over"), "transfer", pieces, ("finish", "next-item", HANDOVER))


def debrief() -> Text:
    """Of a debrief."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It talks a piece of work through once it is delivered: what was met, where the process helped or "
                "broke, your part in it, and what you feared beside what happened."
            ),
        ),
        Piece(
            tr("Why this order?"),
            tr(
                "The points of done come first, so that the answer to how involved you were does not colour them. "
                "That question opens once each point has its score."
            ),
        ),
        Piece(
            tr("What becomes of a change?"),
            tr(
                "When you close the debrief, each change is really made: a checklist gets a step as a new version, a "
                "practice its line, an agreement a new version, a level is said from today on. The next debrief asks "
                "whether they held."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr("It is encrypted and saved as you go. An open debrief waits until you come back to it."),
        ),
    )
    return Text(tr("Debrief"), "transfer", pieces, ("finish", "search", "help"))
