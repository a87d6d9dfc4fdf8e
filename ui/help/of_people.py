"""The help of what is between people: their pages, one-on-ones, practices, and what becomes of who leaves."""

from app.translation import tr
from ui.help.promises import Piece
from ui.help.text import Text, of_page
from ui.reference import PEOPLE, PRACTICES


def people() -> Text:
    """Of people."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "One page for each person you work with: what trust looks like to them, what you agreed on, how much "
                "is theirs to decide, and what waits for the next time you talk."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Choose somebody with the arrow keys and Enter; Esc leads back. People whom you named in your journal "
                "are here already. Then set a rhythm for the one-on-one, and ask what trust looks like to them."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "It is encrypted and saved as you go. An agreement keeps its earlier versions: what you change on the "
                "day it was made changes that version, and later a new one begins."
            ),
        ),
        Piece(
            tr("What do marks and numbers say?"),
            tr(
                "How often each pillar showed in 30 days; a dotted one did not. The numbers of handed-over work are "
                "your own log, and open their records. They say nothing about the person."
            ),
        ),
        Piece(
            tr("What if somebody leaves, or is here twice?"),
            tr(
                "Archive them: all of it stays to be read, and they can be brought back. Joining two that are one, "
                "and erasing somebody without a trace, has a text of its own in this help."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It scores and ranks nobody, and it knows of nobody but those you write about."),
        ),
    )
    return of_page(PEOPLE, pieces, "add-person", "search", "pane")


def joining_and_erasing() -> Text:
    """Of two people that are one, and of somebody who leaves no trace."""
    pieces = (
        Piece(
            tr("When do I join two people?"),
            tr(
                "When somebody is in the journal under two names. Open the page of either, and choose “Join with "
                "somebody” at the three dots."
            ),
        ),
        Piece(
            tr("What does joining do?"),
            tr(
                "You choose the name that stays, and see what comes along. All that belongs to the other name belongs "
                "to this one then, and what trust looks like is kept of both. Sentences that mention a name stay as "
                "you wrote them. It cannot be undone."
            ),
        ),
        Piece(
            tr("When do I erase somebody?"),
            tr(
                "When nothing about them is to be kept, perhaps because they asked for it: at the three dots, or in "
                "the list beside who is archived. To have them out of the lists, archiving is enough."
            ),
        ),
        Piece(
            tr("What goes, and what stays?"),
            tr(
                "What is about them goes for good, in the trash and earlier versions, too. Your reflections stay, "
                "without the name; where a text mentions them you choose initials, other words, or the name as it is."
            ),
        ),
        Piece(
            tr("And backups?"),
            tr(
                "Those made later know nothing of them. Earlier ones have the name still; they are listed, and can be "
                "deleted in the same go, once a new one is made."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It does not reach packs and exports that you saved, nor a drive that is not here."),
        ),
    )
    return Text(tr("Joining and erasing"), "user-off", pieces, ("search", "back-up", "help"))


def one_on_one() -> Text:
    """Of a one-on-one."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "One conversation with one person: what there is to talk about at the left, your notes in the middle, "
                "what was promised at the right."
            ),
        ),
        Piece(
            tr("Where does the agenda come from?"),
            tr(
                "It asks for everything that is open between you. A topic stays on every agenda from the day it is "
                "raised until one of you closes it, whatever becomes of the meetings in between."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Go through the list with the arrow keys. Space closes what is settled, Enter goes to the notes. "
                "The title opens earlier meetings and those to come; the hours move this one."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "It is encrypted and saved as you go. A meeting in which nothing was written or marked leaves no "
                "record. Finishing it says what stays open."
            ),
        ),
        Piece(
            tr("Who sees the private notes?"),
            tr(
                "You alone. The agenda that you print or copy has no place for them, nor for what you mark as yours "
                "only, nor for what they said about your involvement."
            ),
        ),
    )
    return Text(tr("One-on-one"), "messages", pieces, ("finish", "next-item", "add-topic"))


def practices() -> Text:
    """Of practices and checklists."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "The standing ways in which work is looked after: a second pair of eyes, a checklist, a debrief. The "
                "same one reads as care to one person and as distrust to another."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Add one, and say whom it serves. Then ask each person how it reads, and note it in their words. With "
                "that, decide: keep it, loosen it, or explain it."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "Every field saves itself, encrypted. Distrust becomes a topic for your next one-on-one with that "
                "person, and so does a decision to loosen or explain. The topic never says what they said."
            ),
        ),
        Piece(
            tr("And the checklists?"),
            tr(
                "Five to nine steps. A change is a new version with its reason, so that you can compare. A run has "
                "one square a step: filled for done, hollow for left out, dotted for not yet. A page to print carries "
                "the steps and nothing else."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It sends no reminder to anybody, and it counts nobody’s runs against them."),
        ),
    )
    return of_page(PRACTICES, pieces, "add-practice", "edit", "run")
