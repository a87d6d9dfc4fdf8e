"""What is done with kits: begun, named, filled, ordered, copied, put away; and a conversation begun by one."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app import limits
from app.interviews import conversation, kits
from app.interviews.model import Interview, Kit, KitPart, PartKind
from app.interviews.record import INTERVIEW
from app.reflections.model import Filter
from app.translation import tr
from ui.clock import today
from ui.interviews.presenter import InterviewsPresenter
from ui.session import Change, now

if TYPE_CHECKING:
    from ui.session import Journal

_MINUTES, _LINE = 45, 5  # of a new kit, and of a line in it


class KitDeeds(QObject):
    """Does it to the chosen kit, and has everything that goes come back by undo."""

    said = Signal(str, object)  # something done, and how to undo it
    begun = Signal()  # a new kit is there, to be named
    line_added = Signal()  # a part is there, to be written
    started = Signal(str)  # the id of a conversation that begins

    def __init__(self, presenter: InterviewsPresenter) -> None:
        super().__init__(presenter)
        self._at = presenter
        self._is_starting = False

    def begin(self, question: str | None = None) -> None:
        """A new kit, perhaps with a question; one that was begun and left as it was is taken instead."""
        made = kits.new(uuid4().hex, "", _MINUTES, today(), now())
        as_begun = (made.role, made.minutes, made.parts)
        known = (each for each in self._at.kits if (each.role, each.minutes, each.parts) == as_begun)
        kit = next(known, made)
        if question is not None and (found := self._at.questions.get(question)) is not None:
            kit = kits.with_question(kit, found)
        if kit is made or question is not None:
            self._at.kept.put(kit)
        self._at.choose_kit(kit.id)
        if self._at.entry is None or question is None:
            self._at.choose_first()
        self._at.tell()
        self.begun.emit()

    def rename(self, role: str) -> None:
        """The role that it is for."""
        self._change(lambda kit: replace(kit, role=role), at_once=False)

    def retime(self, minutes: int) -> None:
        """How long a conversation by it takes."""
        self._change(lambda kit: replace(kit, minutes=minutes), at_once=False)

    def toggle(self, question: str) -> None:
        """Puts a question of the bank into the kit, or takes it out; where there is no kit, one begins with it."""
        found = self._at.questions.get(question)
        if self._at.kit is None:
            self.begin(question)
        elif (at := self._at.place_of(question)) is not None:
            self.take_out(at)
        elif found is not None:
            before = self._at.kit
            self._change(lambda kit: kits.with_question(kit, found))
            self._at.at = self._at.place_of(self._at.question_id)
            self._at.tell()
            if self._at.kit == before:
                self.said.emit(tr("The kit is full: it takes no more parts."), None)

    def add_line(self) -> None:
        """A line of one's own, last before the closing, to be written."""
        kit = self._at.kit
        if kit is None:
            return
        if len(kit.parts) >= limits.INTERVIEW_PARTS:
            self.said.emit(tr("The kit is full: it takes no more parts."), None)
            return
        is_closed = bool(kit.parts) and kit.parts[-1].what is PartKind.CLOSING
        at = len(kit.parts) - is_closed
        line = KitPart(what=PartKind.QUESTION, minutes=_LINE)
        self._at.at = at
        self._change(lambda kit: replace(kit, parts=(*kit.parts[:at], line, *kit.parts[at:])))
        self.line_added.emit()

    def move(self, at: int, to: int) -> None:
        """Puts the part from this place at another."""
        kit = self._at.kit
        if kit is not None and at != to and 0 <= to < len(kit.parts):
            self._at.at = to
            self._change(lambda kit: kits.moved(kit, at, to))

    def take_out(self, at: int) -> None:
        """Takes a part out of the kit."""
        kit = self._at.kit
        if kit is None or not 0 <= at < len(kit.parts):
            return
        part = kit.parts[at]
        self._at.at = min(at, len(kit.parts) - 2) if len(kit.parts) > 1 else None
        self._change(lambda kit: kits.without(kit, at))
        self.said.emit(tr("Taken out of the kit"), lambda: self._put_back(kit.id, at, part))

    def change_part(self, at: int, **fields: object) -> None:
        """Other words or minutes of one part."""
        kit = self._at.kit
        if kit is not None and 0 <= at < len(kit.parts):
            part = replace(kit.parts[at], **fields)  # type: ignore[arg-type]  # checked by the dataclass
            self._change(lambda kit: kits.with_part(kit, at, part), at_once=False)

    def copy(self) -> None:
        """The same once more, to be named."""
        if (kit := self._at.kit) is not None:
            made = kits.copy(kit, uuid4().hex, today(), now())
            self._at.kept.put(made)
            self._at.choose_kit(made.id)
            self.said.emit(tr("Copied. This is the copy."), lambda: self._put_away(made))
            self.begun.emit()

    def put_away(self) -> None:
        """Moves it to the trash, with its conversations."""
        if (kit := self._at.kit) is not None:
            had_any = bool(self._at.interviews)
            self._put_away(kit)
            said = tr("Moved to the trash, with its conversations") if had_any else tr("Moved to the trash")
            self.said.emit(said, lambda: self._bring_back(kit))

    def start(self) -> None:
        """Begins a conversation by it, and has it on the disk before anything is said in it."""
        kit = self._at.kit
        if kit is None or self._is_starting:
            return
        if not kit.parts:
            self.said.emit(tr("Nothing is in this kit yet. Put a question in first, or a line of your own."), None)
            return
        self._is_starting = True
        self._at.flush()
        questions, on, id = dict(self._at.questions), today(), uuid4().hex

        def work(journal: "Journal") -> Interview:
            letter = conversation.next_letter(journal.interviews.where(kit=kit.id))
            practices = journal.practices.find(Filter())
            begun = conversation.begin(id, kit, questions, practices, letter, on, now())
            return journal.interviews.save(begun, now())

        def is_begun(_: Interview) -> None:
            self._is_starting = False
            self._at.ask()
            self.started.emit(id)

        def is_refused(error: Exception) -> None:
            self._is_starting = False
            self._at.session.faulted.emit(error)

        self._at.session.write(self, Change(INTERVIEW.name, id), work, is_begun, is_refused)

    def _change(self, how: Callable[[Kit], Kit], *, at_once: bool = True) -> None:
        kit = self._at.kit
        if kit is not None and (changed := how(kit)) != kit:
            self._at.kept.put(changed, at_once=at_once)
            self._at.tell()

    def _put_back(self, id: str, at: int, part: KitPart) -> None:
        kit = next((each for each in self._at.kits if each.id == id), None)
        if kit is not None and not (part.question and kits.has(kit, part.question)):
            parts = (*kit.parts[:at], part, *kit.parts[at:])
            self._at.at = at if id == self._at.kit_id else self._at.at
            self._at.kept.put(replace(kit, parts=parts))
            self._at.tell()

    def _put_away(self, kit: Kit) -> None:
        ids = [each.id for each in self._at.kits]
        at = ids.index(kit.id) if kit.id in ids else 0
        beside = [*ids[at + 1 : at + 2], *ids[max(at - 1, 0) : at]]
        newest = next((each for each in self._at.kits if each.id == kit.id), kit)
        self._at.kept.put(newest, is_away=True)
        if kit.id == self._at.kit_id:
            self._at.choose_kit(next(iter(beside), None))
        self._at.tell()

    def _bring_back(self, kit: Kit) -> None:
        self._at.kept.put(kit)
        self._at.choose_kit(kit.id)
        self._at.tell()
