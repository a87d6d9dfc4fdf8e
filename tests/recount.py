"""Counts again what the program says about handing work over, from nothing but its JSON export.

It shares no code with the program: only the words of product.md and the documented format. On its own it prints what it
counts: `python tests/recount.py journal.json [TODAY]`. A test compares it with the rules, on journals made at random.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

Record = dict[str, Any]
WEIGHT = {"dropped-in": 1, "edited": 2, "overruled": 3, "took-back": 5}
MINE, THEIRS, DONE = "mine", "theirs", "done"
LEVELS = ("look-into-it", "recommend", "decide-with-me", "decide-and-tell-me", "yours")


def day(text: str) -> int:
    """The number of a day of the calendar."""
    return date.fromisoformat(text).toordinal()


def written(number: int) -> str:
    """The day with this number, as the format writes it."""
    return date.fromordinal(number).isoformat()


class Work:
    """One delegation, lived through day by day."""

    def __init__(self, record: Record, touches: list[Record], debriefs: list[Record]) -> None:
        self.record, self.touches, self.debriefs = record, touches, debriefs
        self.theirs_at: dict[str, bool] = {}  # of each touch, whether the work was theirs when it happened
        self.came_back: list[Record] = []  # the touches by which it did
        self.owner_did: list[tuple[Record, Record]] = []  # a delivery, and the take-back before it
        self.spans: list[list[int | None]] = []
        self.away: list[tuple[int, int]] = []  # from this day, so many times the rate more: 1 or -1
        self.done_on: int | None = None
        self.begun = day(record["handed_over_on"]) if record["handed_over_on"] else None
        self.where = MINE
        self._live()

    def _live(self) -> None:
        for number in sorted({day(each["date"]) for each in self.touches}):
            of_day = [each for each in self.touches if day(each["date"]) == number]
            if self.begun is None or number < self.begun:
                self.theirs_at.update(dict.fromkeys((each["id"] for each in of_day), False))
            else:
                self._begin()
                self._live_one_day(number, of_day)
        self._begin()

    def _begin(self) -> None:
        if self.begun is not None and not self.spans:
            self.where, self.spans, self.away = THEIRS, [[self.begun, None]], [(self.begun, 1)]

    def _live_one_day(self, number: int, of_day: list[Record]) -> None:
        """Take-backs come first while it is theirs, handings back first while it is not, a delivery as late as can be.

        All else that happened on the day was while the work was theirs, if there was such a while.
        """
        backs = sorted(
            (each for each in of_day if each["what"] == "took-back"),
            key=lambda each: (bool(each["reason"]), each["id"]),
        )
        gives = sorted((each for each in of_day if each["what"] == "handed-back"), key=lambda each: each["id"])
        ends = sorted((each for each in of_day if each["what"] == "delivered"), key=lambda each: each["id"])
        was_theirs = self.where != MINE or bool(gives)
        for each in of_day:
            if each["what"] not in ("took-back", "handed-back", "delivered"):
                self.theirs_at[each["id"]] = was_theirs
        while backs or gives or ends:
            order = [backs, ends, gives] if self.where == THEIRS else [gives, backs, ends]
            self._turn(number, next(each for each in order if each).pop(0))

    def _turn(self, number: int, touch: Record) -> None:
        self.theirs_at[touch["id"]] = self.where != MINE
        what = touch["what"]
        if what == "took-back" and self.where != MINE:
            self.came_back.append(touch)
            self._close(number)
            if self._is_away():
                self.away.append((number, -1))
            self.where, self.done_on = MINE, None
        elif what == "handed-back" and self.where != THEIRS:
            self.spans.append([number, None])
            if not self._is_away():
                self.away.append((number, 1))
            self.where, self.done_on = THEIRS, None
        elif what == "delivered" and self.where != DONE:
            if self.where == THEIRS:
                self.done_on = number
                self._close(number)
            else:
                self.owner_did.append((touch, self.came_back[-1]))
            self.where = DONE

    def _close(self, number: int) -> None:
        if self.spans[-1][1] is None:
            self.spans[-1][1] = number

    def _is_away(self) -> bool:
        return sum(change for _, change in self.away) > 0

    @property
    def is_with_owner(self) -> bool:
        """Whether it takes the owner's time: a draft, or taken back and not handed back since."""
        return not self._is_away()

    def talk(self) -> Record | None:
        """The last closed debrief, unless the work came back or was handed over again since."""
        closed = [each for each in self.debriefs if each["closed_on"]]
        if not closed or not self.spans:
            return None
        last = max(closed, key=lambda each: (each["closed_on"], each["id"]))
        turned = max([self.spans[-1][0] or 0, *(day(each["date"]) for each in self.came_back)])
        is_open = self.where == THEIRS
        return last if day(last["closed_on"]) >= turned + (1 if is_open else 0) else None

    def working_days(self, since: int, until: int) -> int:
        """Mondays to Fridays in their hands from a day until a day, none of them twice."""
        talk = self.talk()
        ended = day(talk["closed_on"]) if talk else None
        total, counted = 0, since - 1
        for first, last in self.spans:
            end = min(until, last if last is not None else ended if ended is not None else until)
            start = max(first or 0, counted + 1)
            # Day 1 of the calendar is a Monday: weekday 1 to 5 are those with these remainders.
            total += sum(len(range(start + (rest - start) % 7, end + 1, 7)) for rest in (1, 2, 3, 4, 5))
            counted = max(counted, end)
        return total

    @property
    def take_backs(self) -> list[Record]:
        """Those without a legitimate reason."""
        return [each for each in self.came_back if each["reason"] is None]


def kind_of(record: Record) -> str:
    """The kind of work, however it was typed."""
    return " ".join(record["work"].split()).casefold()


def alike(work: Work) -> tuple[str, ...]:
    """What two delegations share that are of one kind from one person."""
    person, kind = work.record["person"], kind_of(work.record)
    return (person, kind) if person is not None and kind else (work.record["id"],)


def is_feared(record: Record) -> bool:
    """Whether anything was feared."""
    return bool(record["fear"].strip()) or record["likelihood"] is not None


def loudness(record: Record) -> int:
    """How loud a fear is; one without a number is the least loud."""
    return -1 if record["likelihood"] is None else int(record["likelihood"])


class Export:
    """What there is of an export, without what is in its trash."""

    def __init__(self, file: Record) -> None:
        records = [each for each in file["records"] if not each["deleted_at"]]
        self.held = [each for each in records if each["kind"] == "held-task"]
        self.levels = [each for each in records if each["kind"] == "level"]
        touches = [each for each in records if each["kind"] == "touch"]
        debriefs = [each for each in records if each["kind"] == "debrief"]
        self.works = [
            Work(
                each,
                [one for one in touches if one["delegation"] == each["id"]],
                [one for one in debriefs if one["delegation"] == each["id"]],
            )
            for each in records
            if each["kind"] == "delegation"
        ]

    def work_of(self, task: Record) -> Work | None:
        """The work in which a held task was really handed over."""
        return next((each for each in self.works if each.spans and each.record["id"] == task["delegation"]), None)

    def takes_time(self, task: Record) -> bool:
        """Whether the owner does it now."""
        work = self.work_of(task)
        return work is None or work.is_with_owner


def hover(works: list[Work], today: str, since: str = "0001-01-01") -> Record:
    """The hover index of some work; None where it is not enough yet."""
    unplanned, count = [], 0
    for work in works:
        counted = {each["id"] for each in work.take_backs}
        for touch in work.touches:
            if since <= touch["date"] <= today and touch["what"] != "note":
                count += 1
                is_back = touch["what"] == "took-back"
                is_theirs = touch["id"] in counted if is_back else work.theirs_at[touch["id"]]
                if touch["what"] in WEIGHT and is_theirs:
                    unplanned.append(touch["what"])
    weight = sum(WEIGHT[each] for each in unplanned)
    days = sum(each.working_days(day(since), day(today)) for each in works)
    index = 10 * weight / days if count >= 5 and days > 0 else None
    return {"weight": weight, "unplanned": len(unplanned), "touches": count, "days": days, "index": index}


def cycles(export: Export) -> list[Record]:
    """Each time that the cycle closed, the last first."""
    found = []
    for key in {alike(each) for each in export.works}:
        works = [each for each in export.works if alike(each) == key]
        backs = sorted(((day(t["date"]), t["id"], w) for w in works for t in w.take_backs), key=lambda each: each[:2])
        starts = [at for at, each in enumerate(backs) if at == 0 or each[0] - backs[at - 1][0] > 60]
        for start, stop in zip(starts, [*starts[1:], len(backs)], strict=False):
            found += one_cycle(export, key, works, backs[start:stop])
    return sorted(found, key=lambda each: (each["last_on"], each["take_backs"][-1]), reverse=True)


def one_cycle(
    export: Export, key: tuple[str, ...], works: list[Work], run: list[tuple[int, str, Work]]
) -> list[Record]:
    """The cycle that these take-backs make, if they make one."""
    days = [each[0] for each in run]
    same = [each for each in export.held if len(key) == 2 and kind_of(each) == key[1]]
    kept = [each for each in same if any(0 <= day(each["date"]) - one <= 30 for one in days)]
    ids = {each[1] for each in run}
    did = [
        touch
        for work in works
        for touch, back in work.owner_did
        if back["id"] in ids and day(touch["date"]) - day(back["date"]) <= 30
    ]
    if len(run) < 2 and not kept and not did:
        return []
    last = max(days + [day(each["date"]) for each in kept + did])
    taken = {each[2].record["id"]: each[2] for each in run}
    feared = [
        each.record for each in taken.values() if each.record["fear"].strip() or each.record["likelihood"] is not None
    ]
    loudest = max((-1 if each["likelihood"] is None else each["likelihood"] for each in feared), default=None)
    costly = [
        each
        for each in same
        if export.takes_time(each) or (each["delegation"] in taken and taken[each["delegation"]].done_on is None)
    ]
    minutes = [each["minutes_a_month"] for each in costly if each["minutes_a_month"] is not None]
    extra = [each for each in kept if day(each["date"]) not in days]
    after = [each for each in works if each.done_on is not None and each.done_on > last]
    return [
        {
            "take_backs": [each[1] for each in run],
            "kept": sorted(each["id"] for each in kept),
            "delivered": sorted(each["id"] for each in did),
            "last_on": written(last),
            "times": len(run) + len(extra),
            "chances_missed": len([each for each in taken.values() if each.done_on is None]) + len(extra),
            "loudest": loudest,
            "minutes_a_month": sum(minutes) if minutes else None,
            "broken_on": written(min(each.done_on or 0 for each in after)) if after else None,
        }
    ]


def practice_map(export: Export, people: list[str]) -> dict[str, Record]:
    """By kind of work: of each person how often and when last; the owner's minutes; whether only they have done it."""
    kinds = {kind_of(each) for each in [*export.held, *export.levels, *(work.record for work in export.works)]} - {""}
    found = {}
    for kind in kinds:
        works = [each for each in export.works if kind_of(each.record) == kind]
        held = [each for each in export.held if kind_of(each) == kind]
        done = [(work.record["person"], work.done_on) for work in works if work.done_on is not None]
        minutes = [each["minutes_a_month"] for each in held if export.takes_time(each)]
        known = [each for each in minutes if each is not None]
        found[kind] = {
            "people": {name: sorted(written(on) for who, on in done if who == name) for name in people},
            "minutes_a_month": sum(known) if known else None,
            "only_owner": not done and bool(held or any(each.owner_did for each in works)),
        }
    return found


def fears(works: list[Work], since: str = "0001-01-01", until: str = "9999-12-31") -> Record:
    """The fears that were closed, by what became of them, and what was expected against how it was."""
    ended: dict[str, list[int | None]] = {"no": [], "partly": [], "yes": []}
    quality = []
    for work in works:
        talk = work.talk()
        if talk is None or not since <= talk["closed_on"] <= until:
            continue
        if is_feared(work.record) and talk["came_true"]:
            ended[talk["came_true"]].append(work.record["likelihood"])
        if work.record["quality"] is not None and talk["quality"] is not None:
            quality.append((work.record["quality"], talk["quality"]))
    return {"ended": {name: sorted(map(str, felt)) for name, felt in ended.items()}, "quality": sorted(quality)}


def payback(export: Export, works: list[Work], today: str) -> Record | None:
    """Minutes spent on some work, minutes that come back by it, and the day on which it is even; None without an
    estimate.
    """
    handed = [(each, export.work_of(each)) for each in export.held if each["minutes_a_month"]]
    tasks = [(each["minutes_a_month"], work) for each, work in handed if work in works]
    if not tasks:
        return None
    kinds = {alike(work) for _, work in tasks}
    spent = [
        touch["minutes"]
        for work in works
        if alike(work) in kinds
        for touch in work.touches
        if touch["minutes"] is not None and touch["date"] <= today
    ]

    def saved(number: int) -> int:
        return sum(
            rate * 12 * change * (number - since)
            for rate, work in tasks
            for since, change in work.away
            if since <= number
        )

    low, high = 0, date.max.toordinal()
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if saved(middle) >= sum(spent) * 365 else (middle + 1, high)
    return {
        "spent": sum(spent) if spent else None,
        "minutes_a_month": sum(rate for rate, work in tasks if not work.is_with_owner),
        "saved": saved(day(today)) / 365,
        "even_on": written(low) if spent and saved(low) >= sum(spent) * 365 else None,
    }


def check_ins(work: Work, today: str) -> Record:
    """How many planned check-ins were kept, of how many whose day has come; and how many are still to come."""
    planned = work.record["brief"]["check_ins"]
    left = [day(each["on"]) for each in planned]
    for logged in sorted(day(each["date"]) for each in work.touches if each["what"] == "agreed-check-in"):
        if left:
            left.remove(min(left, key=lambda on: (abs(on - logged), on)))
    talk = work.talk()
    closed = day(talk["closed_on"]) if talk else None

    def was_theirs(on: int) -> bool:
        ends = [(first or 0, last if last is not None else closed) for first, last in work.spans]
        return any(first <= on and (last is None or on <= last) for first, last in ends)

    wanted = [on for on in left if work.begun is None or was_theirs(on)]
    missed = [on for on in wanted if on < day(today) and work.begun is not None]
    kept = len(planned) - len(left)
    return {"kept": kept, "over": kept + len(missed), "to_come": len(wanted) - len(missed)}


def of_one(export: Export, work: Work, today: str) -> Record:
    """What stands below one delegation."""
    held = [each for each in work.touches if each["what"] == "held" and each["date"] <= today]
    same = [each for each in export.works if alike(each) == alike(work)]
    return {
        "hover": hover([work], today),
        "held": len(held),
        "check_ins": check_ins(work, today),
        "payback": payback(export, same, today),
        "fears": fears([work]),
    }


def of_person(export: Export, works: list[Work], today: str) -> Record:
    """What stands on the page of a person: of the 365 days that end today, and the payback of all of it."""
    since = written(max(1, day(today) - 364))
    done = [each for each in works if each.done_on is not None and since <= written(each.done_on) <= today]
    return {
        "hover": hover(works, today, since),
        "completed": sorted((written(each.done_on or 0), each.record["id"]) for each in done),
        "fears": fears(works, since, today),
        "payback": payback(export, works, today),
    }


def authority(export: Export) -> dict[str, list[tuple[str, str | None]]]:
    """By person and kind of work, what was theirs to decide from which day on."""
    said: dict[str, list[tuple[str, int, str, str, str | None]]] = {}
    for each in export.levels:
        steps = said.setdefault(f"{each['person']}: {kind_of(each)}", [])
        steps.append((each["date"], 1, each["created_at"], each["id"], each["authority"]))
    for work in export.works:
        given = work.record
        if given["person"] is None or given["handed_over_on"] is None:
            continue
        steps = said.setdefault(f"{given['person']}: {kind_of(given)}", [])
        versions = sorted(given["earlier"], key=lambda each: each["until"])
        # A version held from the day on which the one before ended, or from the first day; of one day, the last counts.
        begins = [given["handed_over_on"], *(max(each["until"], given["handed_over_on"]) for each in versions)]
        briefs = [*(each["brief"] for each in versions), given["brief"]]
        by_day = {on: one["authority"] for on, one in zip(begins, briefs, strict=True)}
        last = None
        for on, level in by_day.items():
            if level is not None and level != last:
                steps.append((on, 0, given["created_at"], given["id"], level))
                last = level
    named = {key: sorted(steps, key=lambda each: each[:4]) for key, steps in said.items() if not key.endswith(": ")}
    return {key: [(each[0], each[4]) for each in steps] for key, steps in named.items() if steps}


def suggested(export: Export) -> list[Record]:
    """What the last two debriefs of a kind of work and a person suggest, the latest first."""
    held = authority(export)
    found = []
    for key in {alike(each) for each in export.works if len(alike(each)) == 2}:
        talks = [(talk, work) for work in export.works if alike(work) == key and (talk := work.talk())]
        last = sorted(talks, key=lambda each: (each[0]["closed_on"], each[0]["id"]))[-2:]
        steps = held.get(": ".join(key), [])
        what = suggestion(last, steps) if len(last) == 2 else None
        if what is not None:
            works, now = [work.record["id"] for _, work in last], steps[-1][1] if steps else None
            when = last[-1][0]["closed_on"], last[-1][0]["id"]
            found.append((when, {"works": works, "now": now, "what": what}))
    return [each for _, each in sorted(found, key=lambda each: each[0], reverse=True)]


def suggestion(two: list[tuple[Record, Work]], steps: list[tuple[str, str | None]]) -> str | None:
    """Clearer, after two misses; after two clean ones since the level is what it is, the level above it."""
    scores = [{point["score"] for point in talk["points"]} for talk, _ in two]
    if all("not-met" in each for each in scores):
        return "clearer"
    level = steps[-1][1] if steps else None
    if level is None or level == LEVELS[-1] or any(each != {"met"} for each in scores):
        return None
    since = [on for at, (on, one) in enumerate(steps) if at == 0 or one != steps[at - 1][1]][-1]
    is_earned = all(
        work.done_on is not None
        and not work.take_backs
        and ((work.record["handed_over_on"] or "") >= since or written(work.done_on) > since)
        for _, work in two
    )
    return LEVELS[LEVELS.index(level) + 1] if is_earned else None


def lasting(export: Export) -> Record:
    """How many changes that came out of closed debriefs held, by what the next one found."""
    found: dict[str, int] = {}
    for work in export.works:
        for talk in work.debriefs:
            for change in talk["changes"] if talk["closed_on"] else []:
                if change["text"].strip() or change["about"]:
                    name = change["lasted"] or "not asked"
                    found[name] = found.get(name, 0) + 1
    return found


def recount(file: Record, today: str) -> Record:
    """All of it."""
    export = Export(file)
    people = sorted({each.record["person"] for each in export.works if each.record["person"]})
    theirs = {name: [each for each in export.works if each.record["person"] == name] for name in people}
    return {
        "hover": hover(export.works, today),
        "hover_by_person": {name: hover(works, today) for name, works in theirs.items()},
        "cycles": cycles(export),
        "practice_map": practice_map(export, people),
        "fears": fears(export.works),
        "payback": payback(export, export.works, today),
        "of_one": {each.record["id"]: of_one(export, each, today) for each in export.works},
        "of_person": {name: of_person(export, works, today) for name, works in theirs.items()},
        "authority": authority(export),
        "suggested": suggested(export),
        "lasting": lasting(export),
    }


if __name__ == "__main__":
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    until = sys.argv[2] if len(sys.argv) > 2 else given["exported_at"][:10]
    sys.stdout.write(json.dumps(recount(given, until), ensure_ascii=False, indent=1) + "\n")
