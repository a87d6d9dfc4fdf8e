"""What the help says: of each page, of the words of the product, and of privacy."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.translation import tr
from ui.help.promises import Piece, everything
from ui.reference import (
    COACHING,
    DEBRIEF,
    DELEGATION,
    HANDOVER,
    JOURNAL,
    ONE_ON_ONE,
    PEOPLE,
    PRACTICES,
    SETTINGS,
    TODAY,
)
from ui.shell.actions import action

WORDS, PRIVACY, FIRST_START, UNLOCKING = "words", "privacy", "first-start", "unlocking"


class Text(NamedTuple):
    """One screen to read. `keys` are actions of the shell's table whose keys are worth knowing there."""

    title: str
    icon: str
    pieces: tuple[Piece, ...]
    keys: tuple[str, ...]


def texts() -> Mapping[str, Text]:
    """All of them by their keys, in the order of the list; those of pages have the pages' keys."""
    return {key: make() for key, make in _TEXTS.items()}


def _of_page(key: str, pieces: tuple[Piece, ...], *keys: str) -> Text:
    return Text(action(key).words(), action(key).icon, pieces, keys)


def _today() -> Text:
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
    return _of_page(TODAY, pieces, "finish", "prompt", "day")


def _journal() -> Text:
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
    return _of_page(JOURNAL, pieces, "search", "edit", "next")


def _practices() -> Text:
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
    return _of_page(PRACTICES, pieces, "add-practice", "edit", "run")


def _delegation() -> Text:
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "The work that is in other hands, and the work that still is in yours. Each piece has its rope: "
                "time runs to the right, what came from you is above it, what was agreed is on it."
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
    return _of_page(DELEGATION, pieces, "keep-work", "edit", "delete")


def _people() -> Text:
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
            tr("What do the three marks say?"),
            tr(
                "How often each pillar showed in the last 30 days in what you wrote of them, in feedback, and in trust "
                "experiments. A dotted one did not show. They say nothing about the person."
            ),
        ),
        Piece(
            tr("What if somebody leaves?"),
            tr(
                "Archive them: all of it stays to be read, and they are out of lists and suggestions. They can be "
                "brought back."
            ),
        ),
        Piece(
            tr("What does it not do?"),
            tr("It scores and ranks nobody, and it knows of nobody but those you write about."),
        ),
    )
    return _of_page(PEOPLE, pieces, "add-person", "search", "pane")


def _coaching() -> Text:
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
    return _of_page(COACHING, pieces, "export", "pane", "search")


def _one_on_one() -> Text:
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


def _handover() -> Text:
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


def _debrief() -> Text:
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


def _settings() -> Text:
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
    return _of_page(SETTINGS, pieces, "back-up", "lock", "shortcuts")


def _words() -> Text:
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


def _privacy() -> Text:
    return Text(tr("Privacy"), "shield-lock", everything(), ("lock", "back-up", "quit"))


def _first_start() -> Text:
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


def _unlocking() -> Text:
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


_TEXTS: Mapping[str, Callable[[], Text]] = {
    TODAY: _today,
    JOURNAL: _journal,
    DELEGATION: _delegation,
    PEOPLE: _people,
    PRACTICES: _practices,
    COACHING: _coaching,
    SETTINGS: _settings,
    ONE_ON_ONE: _one_on_one,
    HANDOVER: _handover,
    DEBRIEF: _debrief,
    WORDS: _words,
    PRIVACY: _privacy,
    FIRST_START: _first_start,
    UNLOCKING: _unlocking,
}
