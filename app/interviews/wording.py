"""What interviews are called in words: competencies, recommendations, how a practice lands, how far one is."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from app.day_names import in_words
from app.interviews.model import Competency, Interview, Landed, Landing, Outline, PartKind, Recommendation
from app.interviews.retention import erased_on
from app.translation import tr, trn

_LATELY = timedelta(days=90)
_SHOWN = 3  # days on which some were erased


def competency_name(competency: Competency) -> str:
    """ "Trust"."""
    return {
        Competency.TRUST: tr("Trust"),
        Competency.RESPECT: tr("Respect"),
        Competency.OWNERSHIP: tr("Ownership"),
        Competency.ACCOUNTABILITY: tr("Accountability"),
        Competency.JUDGEMENT: tr("Judgement"),
        Competency.COLLABORATION: tr("Collaboration"),
        Competency.LEARNING: tr("Learning"),
    }[competency]


def recommendation_name(recommendation: Recommendation) -> str:
    """ "Strong yes"."""
    return {
        Recommendation.STRONG_NO: tr("Strong no"),
        Recommendation.NO: tr("No"),
        Recommendation.YES: tr("Yes"),
        Recommendation.STRONG_YES: tr("Strong yes"),
        Recommendation.NO_DECISION: tr("No decision"),
    }[recommendation]


def landing_name(landing: Landing) -> str:
    """ "Reads it as distrust"."""
    return {
        Landing.WELCOMES: tr("Welcomes"),
        Landing.NEUTRAL: tr("Neutral"),
        Landing.DISTRUST: tr("Reads it as distrust"),
        Landing.NOT_ASKED: tr("Not asked"),
    }[landing]


def landed_in_words(rows: Iterable[Landed]) -> str:
    """ "3 welcomed, 1 reads as distrust"; "" where nothing was said yet."""
    landed = [each.landing for each in rows]
    welcomed, neutral, distrust = (landed.count(each) for each in (*Landing,)[:3])
    said = []
    if welcomed:
        said.append(trn("{count} welcomed", "{count} welcomed", welcomed).format(count=welcomed))
    if neutral:
        said.append(trn("{count} neutral", "{count} neutral", neutral).format(count=neutral))
    if distrust:
        said.append(trn("{count} reads as distrust", "{count} read as distrust", distrust).format(count=distrust))
    return ", ".join(said)


def candidate_name(candidate: str) -> str:
    """ "Candidate C": a letter or initials, as they are called anywhere."""
    return tr("Candidate {candidate}").format(candidate=candidate) if candidate.strip() else tr("Candidate")


def state_name(interview: Interview | Outline) -> str:
    """ "Going on", "Finished" or "Hired"."""
    if interview.is_hired:
        return tr("Hired")
    return tr("Going on") if interview.finished_on is None else tr("Finished")


def kept_for(months: int) -> str:
    """ "six months": how long an interview is kept."""
    return {3: tr("three months"), 6: tr("six months"), 12: tr("a year")}[months]


def when_erased(days: Iterable[date], months: int) -> str:
    """ "All 3 are erased on 10 September, six months after the conversation.": of interviews of these days."""
    each, time = sorted(erased_on(day, months) for day in days), kept_for(months)
    if not each:
        return ""
    if each[0] != each[-1]:
        said = tr("Each is erased {time} after its conversation: the first on {first}, the last on {last}.")
        return said.format(time=time, first=in_words(each[0]), last=in_words(each[-1]))
    said = trn(
        "Erased on {day}, {time} after the conversation.",
        "All {count} are erased on {day}, {time} after the conversation.",
        len(each),
    )
    return said.format(count=len(each), day=in_words(each[0]), time=time)


def erased_in_words(on: date, count: int) -> str:
    """ "3 candidates were erased on 10 September": all that is kept of them."""
    said = trn("{count} candidate was erased on {day}", "{count} candidates were erased on {day}", count)
    return said.format(count=count, day=in_words(on))


def erased_lately(erased: Mapping[str, int], today: date) -> str:
    """The same of the latest days of the last three months, the newest first; "" where nobody was erased."""
    days = sorted(((date.fromisoformat(day), count) for day, count in erased.items() if count), reverse=True)
    recent = [erased_in_words(*each) for each in days if today - each[0] <= _LATELY]
    return " ".join(tr("{what}.").format(what=each) for each in recent[:_SHOWN])


def about_shorter() -> str:
    """What a shorter time does to those who are over it."""
    return tr(
        "With a shorter time, whoever is over it is erased when the journal is next opened or a new day begins, "
        "without a week’s notice."
    )


def about_backups() -> str:
    """What an erased candidate is still in."""
    return tr(
        "Backups made before still have them, encrypted, until newer ones take their place. A backup that is restored "
        "is cleared of them as soon as it is opened."
    )


def part_name(what: PartKind) -> str:
    """ "Opening"."""
    return {
        PartKind.OPENING: tr("Opening"),
        PartKind.QUESTION: tr("Question"),
        PartKind.CLOSING: tr("Closing"),
    }[what]


def minutes(count: int) -> str:
    """ "8 minutes"."""
    return trn("{count} minute", "{count} minutes", count).format(count=count)


def clock(seconds: int) -> str:
    """ "18:24": minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02}"
