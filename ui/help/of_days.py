"""The help of what one does alone: writing, reading, packs for a coach, settings."""

from app.translation import tr
from ui.help.promises import Piece
from ui.help.text import Text, of_page
from ui.reference import COACHING, JOURNAL, SETTINGS, TODAY


def today() -> Text:
    """Of Today."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "A few minutes with one moment: what pulled you to step in, one question about it, and a plan for next "
                "time. Nothing is mandatory, and three words are enough."
            ),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Write: the cursor waits below the question. If the question does not fit, take another, change its "
                "words by the pencil above it, or write without one. The date at the top opens other days."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "Every field is encrypted and saved as you go. Finish for today closes the page to a summary, and that "
                "can be opened again."
            ),
        ),
        Piece(
            tr("And to a plan?"),
            tr(
                "It comes back on the next day you write. After three weeks without an answer you are asked whether to "
                "let it go."
            ),
        ),
        Piece(
            tr("What is different on Fridays?"),
            tr("The weekly review stands in place of the question, on Friday or on the day chosen in Settings."),
        ),
        Piece(
            tr("What does it not do?"),
            tr(
                "It counts no streaks, and a missed day is nothing. It may underline words of blame, unless you switch "
                "that off in Settings; it never changes a word."
            ),
        ),
    )
    return of_page(TODAY, pieces, "finish", "prompt", "day")


def journal() -> Text:
    """Of the journal."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr("Everything you have written, newest first: to read, to find again, and to change in place."),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Choose an entry with the arrow keys; Enter goes into its words. The buttons above the list narrow it, "
                "by pillar, person, tag and more. The twelve months above them lead to a week. For a word that you "
                "remember, use the search."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr("As on Today: every change saves itself, encrypted. Done or Esc ends the editing and keeps it all."),
        ),
        Piece(
            tr("What if I delete an entry?"),
            tr(
                "It goes to the trash, and for a few seconds a message offers Undo. After that the button above the "
                "list opens the trash, which has prompts and experiments, too. What has been there for 30 days is "
                "deleted for good when the journal is next opened."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr(
                "It judges nothing. A dot shows how strong the pull was, in the number that you gave it, and no more "
                "than that."
            ),
        ),
    )
    return of_page(JOURNAL, pieces, "search", "edit", "next")


def coaching() -> Text:
    """Of coaching packs."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr("A PDF of one stretch of your journal, to take to a coach or a mentor."),
        ),
        Piece(
            tr("What do I do first?"),
            tr("Choose the period at the left. At the right are the very pages that the file will have: read them."),
        ),
        Piece(
            tr("What stays out?"),
            tr(
                "Every entry marked Not for export, with its plans. Other entries can be left out one by one. People "
                "appear by their initials unless you choose otherwise. Somebody whom you only mention in the text, and "
                "never chose as a person, keeps the name you wrote."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "What you want from the session is kept in the journal, encrypted. The PDF is a file outside it: "
                "whoever has it can read it, unless you close it with a password. That password is kept nowhere."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It sends nothing. You decide where the file goes, and you hand it over yourself."),
        ),
    )
    return of_page(COACHING, pieces, "export", "pane", "search")


def settings() -> Text:
    """Of the settings."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr("How the program looks, asks and locks, where backups are, and what opens the journal."),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "See whether the time until it locks suits you. Then choose a second place for backups, on a drive: "
                "what lies beside the journal is lost with the laptop."
            ),
        ),
        Piece(
            tr("What happens to what I change?"),
            tr(
                "It is kept at once. Look and text size belong to this computer, the rest to the journal. Its name can "
                "be read before it is unlocked. Prompts that you rewrite or retire can be had back."
            ),
        ),
        Piece(
            tr("When are backups made?"),
            tr(
                "Once a day, soon after you unlock, each opened and checked. 7 days, 4 weeks and 12 months are kept. A "
                "drive that is away gets its copy the next time."
            ),
        ),
        Piece(
            tr("What opens the journal?"),
            tr(
                "The passphrase and the recovery key; older backups open with the old ones. This computer can, too, if "
                "you turn it on: quicker and less safe, for your other programs could use that key."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr(
                "It cannot reset a passphrase. A journal deleted for good takes the backups beside it along; copies on "
                "a drive stay."
            ),
        ),
    )
    return of_page(SETTINGS, pieces, "back-up", "lock", "shortcuts")
