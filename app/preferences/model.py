"""What can be preferred: one frozen value, with the default of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.phrasing.model import OwnPhrase

LOCK_CHOICES = (1, 5, 10, 15, 30, 0)
NEVER = 0
KEPT_CHOICES = (3, 6, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the journal remembers of its owner's ways; it travels with the journal and is encrypted with it.

    `lock_after` is one of LOCK_CHOICES, in minutes, or NEVER. `first_weekday` counts from Monday, 0 to 6; with None
    the system decides. `finished_on` is the last day whose sheet was closed with "Finish for today". `wish` is what
    the owner wants from the next coaching session. `review_weekday` is the day of the weekly review, counted from
    Monday, or None for no review; `week_closed_on` is the day on which the last one was closed. `passed_over` are the
    prompts in whose place another was asked for, with the last day of that. `not_carried` are the ids of plans that
    are not to be carried into the next week, with the day of the review in which that was said. `second_place` is a
    folder that gets a copy of each new backup, "" for none; another computer may not have it. With `notices_blame`
    the writing area underlines phrases that blame, but for those whose id is in `phrases_off`; `own_phrases` are
    looked for, too. `pack_naming`, `pack_paper` and `pack_left_out`, the sections that stay out, are what was chosen
    for the last pack, in the words of the pack; None as it is usual. `signs_as` is the owner's name as it stands below
    what they hand over, "" for none. `suggestions_put_off` are the debriefs whose suggestion is not to come back, with
    the day on which that was said. `cycles_put_off` are the ids of the records by which a take-back cycle closed last
    when nothing more was to be said of it, with the day of that. `candidates_kept_months` is one of KEPT_CHOICES: so
    long after the conversation an interview is kept; `candidates_erased` says how many were erased on a day, in the
    form `YYYY-MM-DD`.
    """

    name: str = ""
    lock_after: int = 5
    shows_prompt: bool = True
    first_weekday: int | None = None
    finished_on: date | None = None
    daily_backup: bool = True
    second_place: str = ""
    wish: str = ""
    review_weekday: int | None = 4
    week_closed_on: date | None = None
    passed_over: Mapping[str, date] = field(default_factory=dict)
    notices_blame: bool = True
    phrases_off: tuple[str, ...] = ()
    own_phrases: tuple[OwnPhrase, ...] = ()
    not_carried: Mapping[str, date] = field(default_factory=dict)
    pack_naming: str | None = None
    pack_paper: str | None = None
    pack_left_out: tuple[str, ...] = ()
    signs_as: str = ""
    suggestions_put_off: Mapping[str, date] = field(default_factory=dict)
    cycles_put_off: Mapping[str, date] = field(default_factory=dict)
    candidates_kept_months: int = 6
    candidates_erased: Mapping[str, int] = field(default_factory=dict)
