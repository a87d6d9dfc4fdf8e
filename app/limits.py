"""How much each field takes, in characters as Python counts them: the one place for the window, the commands and files.

Without a limit a megabyte that was pasted or imported holds up whatever shows it. The JSON Schema in
resources/formats names the same numbers; a limit may grow with a new version of it, and never shrinks.
"""

from collections.abc import Iterable, Sized

TEXT = 200_000  # a reflection: 35,000 words, in one paragraph still under 50 ms a key
NOTICE = 2_000
LINE = 500  # the halves of a plan, each field of an experiment, a word on how something went
QUESTION = 500
PURPOSE = 1_000
NAME = 120  # of a person, and a tag
EARLIER_NAMES = 50
MANY = 200  # tags, people and plans of one reflection, each
WISH = 4_000
WORDS = 4_000  # what somebody said: what trust looks like to them, a piece of feedback
PROMISES = 20  # of each side in a working agreement
STEPS = 20  # of a checklist; five to nine are asked for
POINTS = 5  # of what done looks like
CHECK_INS = 20
CHANGES = 2  # out of one debrief
INTERVIEW_PARTS = 40  # questions, opening and closing
INTERVIEW_NOTES = 10_000  # on one question
FOLLOW_UPS = 8  # behind one question; and what to listen and to watch for, each
PHRASE = 120  # a phrase to notice
BEHIND = 160  # the question behind it
JOURNAL_NAME = 60
CODE = 200  # what programs name things by: a prompt, a time zone, where something was imported from


Measured = Iterable[tuple[str, Sized | None, int]]


def check(measured: Measured) -> None:
    """Raises TooLong for the first field, given by name, content and limit, that is longer than its limit."""
    for name, content, limit in measured:
        if content is not None and len(content) > limit:
            from app.errors import TooLong  # the first paint does without: nothing is refused yet

            raise TooLong(name, limit)
