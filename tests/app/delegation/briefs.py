"""A brief in which everything is agreed."""

from datetime import date

from app.delegation.model import Brief, CheckIn
from app.people.model import Authority

FULL = Brief(
    done=("Six pages, to the board list", "One sentence first", "Figures match the ledger"),
    why="You can already build the numbers.\nThis is for learning to say what they mean.",
    support="Two check-ins. You bring questions, I bring no edits.",
    may_decide="Pages, order and wording",
    may_spend="up to €400",
    authority=Authority.DECIDE_WITH_ME,
    check_ins=(CheckIn(on=date(2026, 4, 10), minutes=30), CheckIn(on=date(2026, 4, 1), minutes=30)),
    due_on=date(2026, 4, 20),
    due_time="12:00",
    second_eyes="Nadia reads the figures by 17 April",
    checklist="c" * 32,
)
