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


def interview() -> Text:
    """Of one conversation."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It leads you through one conversation, a question at a time, and keeps what was said and done. The "
                "cursor stays in the notes: ticking off, rating and going on all have keys, so you can look at the "
                "person."
            ),
        ),
        Piece(
            tr("When do I rate?"),
            tr(
                "Whenever you have heard enough, by what the card describes. Nothing is added up. “Not asked” says "
                "that a question was left out, and then nothing is missing."
            ),
        ),
        Piece(
            tr("What does the clock do?"),
            tr(
                "It counts while this page is open and the conversation is on. It never sounds and never changes its "
                "colour. After a lock it stands where it was until you let it go on."
            ),
        ),
        Piece(
            tr("What is the table at the right?"),
            tr(
                "Your own practices. Describe each plainly and note the first reaction. If they are hired, it becomes "
                "the start of your working agreement."
            ),
        ),
        Piece(
            tr("When can I recommend?"),
            tr("Once each competency has a rating with a note, or was not asked. Until then it says what is missing."),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr(
                "It is encrypted and saved as you go. A letter is enough for a name. What they said is erased by "
                "itself once its time is over."
            ),
        ),
    )
    return Text(tr("In an interview"), "messages", pieces, ("next-item", "rate", "follow-up"))


def side_by_side() -> Text:
    """Of several conversations beside each other."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It puts the conversations of one kit beside each other, question by question: what was said and done, "
                "and the rating that you gave it."
            ),
        ),
        Piece(
            tr("Who comes first?"),
            tr("Whoever you talked with first. There is no sum, no average and no order of people."),
        ),
        Piece(
            tr("Why is there no recommendation in a column?"),
            tr(
                "It opens with the evidence. The line says which competency lacks what, and leads to the question. "
                "“Not asked” counts, too."
            ),
        ),
        Piece(
            tr("What is “How it lands”?"),
            tr("How your practices landed with each of them, in their words, in place of the questions."),
        ),
        Piece(
            tr("What becomes of printed summaries?"),
            tr(
                "They leave the journal: a file or a sheet of paper is not encrypted, and is not erased with the "
                "candidate. Each says until when to shred it."
            ),
        ),
    )
    return Text(tr("Side by side"), "messages", pieces, ("print", "search", "pane"))


def alignment() -> Text:
    """Of the sheet of a report."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It puts your standing practices beside one person’s reaction to each: what they welcome, and what "
                "reads to them as distrust. Both of you may be right about the same act."
            ),
        ),
        Piece(
            tr("What do I write?"),
            tr(
                "Their words, as they said them. Arrow keys go through the table, and the space bar marks a reaction "
                "or lets go of it."
            ),
        ),
        Piece(
            tr("What if something reads as distrust?"),
            tr(
                "“Talk about it next time” puts it on the agenda of your next one-on-one. The practice stays as "
                "it is until you both know what would make it useful."
            ),
        ),
        Piece(
            tr("Why is it looked at again?"),
            tr(
                "After 30, 60 and 90 days both of you know more. The day is on Today when it comes, and what you "
                "noticed stays here."
            ),
        ),
        Piece(
            tr("How does it become an agreement?"),
            tr(
                "Where there is none yet, a first working agreement can begin with it. What stands on their page "
                "already is left alone."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr("It is encrypted and saved as you go. It goes when the person is erased."),
        ),
    )
    return Text(tr("How we work, and how it lands"), "users", pieces, ("finish", "pane", "search"))


def other_side() -> Text:
    """Of getting ready for one's own interview."""
    pieces = (
        Piece(
            tr("What is this page for?"),
            tr(
                "It is the same bank, from the other chair: the questions that you may be asked, answers made of what "
                "you wrote when it happened, and a run through all of it with a clock."
            ),
        ),
        Piece(
            tr("Where do I begin?"),
            tr(
                "Name the role, and add the questions that you expect, from the bank or in your own words. They are "
                "dragged, or moved by keys, into the order that you want."
            ),
        ),
        Piece(
            tr("How do I find something to tell?"),
            tr(
                "Search your reflections and debriefs beside the answer. What you open there can be put below the "
                "answer, all of it or a part that you select. Fears are never among it."
            ),
        ),
        Piece(
            tr("What do they listen for?"),
            tr("The bank tells those who ask what to listen for and what to watch for. You may read it, too."),
        ),
        Piece(
            tr("How does a mock run go?"),
            tr(
                "One question at a time, with your answer hidden until you ask for it. The clock counts and says "
                "nothing. At the end you see how long each took, and can write down what you noticed."
            ),
        ),
        Piece(
            tr("What happens to what I type?"),
            tr("It is encrypted and saved as you go. The cards that you print are not encrypted."),
        ),
    )
    return Text(tr("The other side"), "messages", pieces, ("look-up", "mock-run", "answer"))
