"""The help of no page: the words of the product, privacy, the first start, unlocking."""

from app.translation import tr
from ui.help.promises import Piece, everything
from ui.help.text import Text


def words() -> Text:
    """Of the words of the product."""
    pieces = (
        Piece(
            tr("TRUST Courage"),
            tr(
                "The courage to rely on other people: to leave a result in someone else’s hands, and to stay out of it."
            ),
        ),
        Piece(
            tr("The take-back cycle"),
            tr(
                "You keep a task, hover over it, or take it back. So the other person gets no practice, cannot be "
                "trusted with it, and you keep it. It feels like care, and it costs you both."
            ),
        ),
        Piece(
            tr("Accountable trust"),
            tr(
                "The way out: neither blind nor controlling. Respect asks before it assumes. Trust comes first, and is "
                "not earned first. Accountability says aloud what is expected, so that nobody has to hover."
            ),
        ),
        Piece(
            tr("Reflection, pull, prompt"),
            tr(
                "A reflection is one sitting: Notice, Reflect, Commit. The pull is the urge to step in, from 0 to 10. "
                "The prompt is the question, and belongs to one of the three pillars: Respect, Trust, Accountability."
            ),
        ),
        Piece(
            tr("Plan, trust experiment"),
            tr(
                "A plan says: when this happens, I will do that. An experiment is two weeks of one small act of "
                "relying on someone, with a sign that it works and a point at which you would stop."
            ),
        ),
        Piece(
            tr("Weekly review"),
            tr("Once a week: the numbers of your week, how the experiment went, and the next one."),
        ),
    )
    return Text(tr("The words used here"), "messages", pieces, ("new", "search", "help"))


def privacy() -> Text:
    """Of what keeps the journal closed."""
    return Text(tr("Privacy"), "shield-lock", everything(), ("lock", "back-up", "quit"))


def first_start() -> Text:
    """Of the first start."""
    pieces = (
        Piece(
            tr("What is it for?"),
            tr("Three steps to your own journal: a passphrase, a recovery key, a name and a look."),
        ),
        Piece(
            tr("What do I do first?"),
            tr(
                "Choose four or five words that have nothing to do with each other, or take the suggestion. Below it "
                "you read how long it would withstand guessing."
            ),
        ),
        Piece(
            tr("What is the recovery key for?"),
            tr(
                "It opens the journal when the passphrase is forgotten. It is shown once, so put it somewhere else "
                "than on this computer. You type one group of it back, to be sure that your copy can be read."
            ),
        ),
        Piece(
            tr("Can I look around first?"),
            tr(
                "Yes, in the sample journal. It is a copy to throw away: write into it what you like, and when it "
                "locks, it is gone."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It makes no account and sends nothing. Nobody keeps a spare key: lose both, and the journal is lost."),
        ),
    )
    return Text(tr("The first start"), "key", pieces, ("help", "quit"))


def unlocking() -> Text:
    """Of unlocking."""
    pieces = (
        Piece(
            tr("What do I do first?"),
            tr("Type the passphrase and press Enter. Opening takes a moment: that moment is what makes guessing slow."),
        ),
        Piece(
            tr("And “Unlock with this computer”?"),
            tr(
                "It is there if you turned it on in Settings. It needs no typing while you are signed in. If your "
                "system has no answer, the passphrase opens it as ever."
            ),
        ),
        Piece(
            tr("What if I have forgotten it?"),
            tr(
                "Use the recovery key. You choose a new passphrase, and get a new recovery key; the old ones then open "
                "nothing but older backups."
            ),
        ),
        Piece(
            tr("What if something is damaged, or missing?"),
            tr(
                "Restore a backup. It opens with the passphrase or the recovery key of its day, and what is in the "
                "folder now is kept beside it."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr("The passphrase is not written down anywhere, and what opens the journal is forgotten when it locks."),
        ),
        Piece(
            tr("What does it not do?"),
            tr("There is no hint, and nobody to ask. Whoever has neither key does not get in, and that includes us."),
        ),
    )
    return Text(tr("Unlocking"), "lock", pieces, ("help", "quit"))
