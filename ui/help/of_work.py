"""The help of work that is handed over."""

from app.translation import tr
from ui.help.promises import Piece
from ui.help.text import Text, of_page
from ui.reference import CYCLE, DELEGATION, HANDOVER, PRACTICE_MAP


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
                "mark, Delete moves one to the trash. The three dots copy all of it as text, and log a mistake, or a "
                "note that counts nowhere."
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


def cycle() -> Text:
    """Of the take-back cycle."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It shows work that keeps coming back to you as a loop, in your own numbers: the worry, how often you "
                "kept it or took it back, the practice that was missed, and the hours that it costs you."
            ),
        ),
        Piece(
            tr("When is it a cycle?"),
            tr(
                "When a kind of work came back from the same person twice in 60 days, or once and you did it yourself "
                "within 30. Safety, law and a date that cannot move do not count. It is over when they deliver the "
                "next one."
            ),
        ),
        Piece(
            tr("What do I do here?"),
            tr(
                "Choose a card: the loop is cut there, and the right side says what comes next. One press begins it: a "
                "topic for your one-on-one, a trust experiment, a hand-over, or a checklist."
            ),
        ),
        Piece(
            tr("Where do the numbers come from?"),
            tr(
                "From what you logged and from your own estimates. Each row opens the record behind it. Change that, "
                "and the loop changes with it."
            ),
        ),
        Piece(
            tr("Who sees it?"),
            tr("Only you. A topic made here says nothing of how likely it felt, nor the words of the worry."),
        ),
    )
    return Text(tr("The take-back cycle"), "repeat", pieces, (CYCLE, DELEGATION, HANDOVER))


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
                "whether they held. Undo takes all of it back."
            ),
        ),
        Piece(
            tr("What is suggested, and when?"),
            tr(
                "After two debriefs in a row of one kind of work with one person: one level up where each point was "
                "met, or what could make it clearer where one was not met. You decide. “Not now” holds until a "
                "further debrief."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr("It is encrypted and saved as you go. An open debrief waits until you come back to it."),
        ),
    )
    return Text(tr("Debrief"), "transfer", pieces, ("finish", "search", "help"))


def practice_map() -> Text:
    """Of the practice map."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It shows who has done which kind of work: how often in the time that you choose, in which month last, "
                "and how much of it is theirs to decide. A row at the teal edge is work that only you have done."
            ),
        ),
        Piece(
            tr("What counts as done?"),
            tr(
                "Work that they delivered while it was theirs. What you delivered after a take-back does not count for "
                "them. Time goes by the day of the delivery."
            ),
        ),
        Piece(
            tr("How do I hand something over from here?"),
            tr(
                "Rest the mouse on a cell, or go there by the arrow keys and press Enter: its card has what is behind "
                "the number, what they said about this work, and what it takes of your month. From there you begin a "
                "hand-over, or ask them first by a topic for your next one-on-one."
            ),
        ),
        Piece(
            tr("Does it compare people?"),
            tr("No. There are no sums and no ranks. It is about the work: where it waits for one person."),
        ),
    )
    return of_page(PRACTICE_MAP, pieces, PRACTICE_MAP, HANDOVER, DELEGATION)
