"""Questions, kits and interviews made in one line."""

from typing import Any

from app.interviews import bank
from app.interviews.model import (
    Alignment,
    Anchor,
    Asked,
    Competency,
    Interview,
    Kit,
    KitPart,
    OwnQuestion,
    PartKind,
    Question,
)
from tests.app.reflections.journals import NOW, TODAY, new_id

ANCHORS = tuple(Anchor(text=f"Does {each}", short=each) for each in ("little", "some", "much", "all"))
_COMMON: dict[str, Any] = {"date": TODAY, "created_at": NOW, "updated_at": NOW}


def question(id: str = "promise", competency: Competency = Competency.ACCOUNTABILITY, **more: Any) -> Question:
    given: dict[str, Any] = {"text": f"What about {id}?", "minutes": 8, "anchors": ANCHORS}
    return Question(**{"id": id, "competency": competency, **given, **more})


TRUST = question(bank.TRUST_QUESTION, Competency.TRUST, text="What does trust look like to you?")
BUILT_IN = (TRUST, question(), question("ticket", Competency.JUDGEMENT), question("mind", Competency.RESPECT))
QUESTIONS = bank.by_id(BUILT_IN, [])


def own(text: str = "What would you undo?", **more: Any) -> OwnQuestion:
    return OwnQuestion(
        **{"id": new_id(), **_COMMON, "competency": Competency.LEARNING, "text": text, "minutes": 6, **more}
    )


def kit(*parts: KitPart, **more: Any) -> Kit:
    return Kit(**{"id": new_id(), **_COMMON, "role": "Support engineer", "parts": parts, **more})


def line(text: str = "Welcome", minutes: int = 5, what: PartKind = PartKind.OPENING) -> KitPart:
    return KitPart(what=what, text=text, minutes=minutes)


def asked(about: Competency | None = Competency.TRUST, **more: Any) -> Asked:
    given: dict[str, Any] = {"what": PartKind.QUESTION, "text": "What?", "competency": about, "minutes": 8}
    return Asked(**{**given, **more})


def seen(about: Competency | None = Competency.TRUST, **more: Any) -> Asked:
    return asked(about, **{"notes": "Told the customer on Tuesday.", "rating": 3, **more})


def interview(*parts: Asked, **more: Any) -> Interview:
    return Interview(**{"id": new_id(), **_COMMON, "kit": new_id(), "candidate": "A", "parts": parts, **more})


def alignment(person: str = "Jonas", **more: Any) -> Alignment:
    return Alignment(**{"id": new_id(), **_COMMON, "person": person, **more})
