"""init, sample, passphrase, recover, check, backup, backups, restore, stats: the journal as a thing to keep."""

import os

from app import settings
from app.cli.answer import Answer, columns, notice
from app.cli.request import Request
from app.cli.secrets import Secrets, is_terminal
from app.errors import DamagedJournal, MalformedRecoveryKey
from app.experiments.model import KIND as EXPERIMENT
from app.moments import format_instant
from app.prompts.own import KIND as PROMPT
from app.reflections.model import KIND as REFLECTION
from app.sentences import finding
from app.translation import tr


def init(request: Request) -> Answer:
    """Makes a journal and answers its recovery key."""
    from app.vault import founding

    folder = request.folder()
    founding.check_vacant(folder)
    key = founding.create(folder, request.secrets.new_passphrase())
    remembered = settings.remembered_journal()
    if remembered is None or not os.path.lexists(remembered):
        settings.remember_journal(folder)
    notice(tr("Write the recovery key down and keep it away from this computer. It is not shown again."))
    return Answer({"recovery_key": key}, key)


def sample(request: Request) -> Answer:
    """Makes a journal with the sample in it. It is not remembered as the person's own."""
    from app import sample
    from app.vault import founding

    folder = request.folder()
    founding.check_vacant(folder)
    sample.make(folder, request.secrets.new_passphrase(), request.today, request.now)
    notice(tr("Only this passphrase opens it: a sample comes without a recovery key."))
    return Answer({"made": str(folder)})


def passphrase(request: Request) -> Answer:
    """Changes the passphrase, for who knows the present one."""
    with request.open_with(request.passphrase()) as journal:
        journal.vault.change_passphrase(request.secrets.new_passphrase())
    notice(tr("Backups made before now still open with the old passphrase."))
    return Answer({"changed": True})


def recover(request: Request) -> Answer:
    """Sets a new passphrase by the recovery key, and answers the key that replaces it."""
    from app.journal import Journal
    from app.vault.slots import RecoveryKey

    # Both lines are this command's own, so that standard input needs no flag; a terminal is asked.
    secrets = request.secrets if is_terminal() else Secrets(from_stdin=True)
    key = RecoveryKey(secrets.recovery_key())
    key.to_bytes()
    with Journal.open(request.folder(), key, request.now) as journal:
        new = journal.vault.renew_secrets(secrets.new_passphrase())
    notice(tr("Write the new recovery key down. The one you have just used opens nothing but older backups."))
    return Answer({"recovery_key": new}, new)


def check(request: Request) -> Answer:
    """The whole health check."""
    try:
        with request.open() as journal:
            found = journal.vault.findings()
    except DamagedJournal as error:
        found = [error.finding]
    listed = [{"finding": code, "what": finding(code)} for code in found]
    refusal = DamagedJournal(found[0]) if found else None
    return Answer({"ok": not found, "findings": listed}, "ok", refusal=refusal)


def backup(request: Request) -> Answer:
    """One proven backup; answers its path."""
    with request.open() as journal:
        path = journal.vault.back_up(request.now, request.arguments.to)
    return Answer({"path": str(path)}, str(path))


def backups(request: Request) -> Answer:
    """What there is."""
    with request.open() as journal:
        found = journal.vault.backups()
    rows = [
        {
            "path": str(each.path),
            "time": format_instant(each.created_at),
            "size": each.size,
            "records": each.records,
            "proven": each.proven,
        }
        for each in found
    ]
    words = {True: tr("proven"), False: tr("damaged")}
    lines = [columns((row["time"], row["size"], row["records"], words[bool(row["proven"])])) for row in rows]
    return Answer(rows, "\n".join(lines))


def restore(request: Request) -> Answer:
    """Makes the journal folder what a backup holds."""
    from app.vault import backup, founding
    from app.vault.slots import Passphrase, RecoveryKey, Secret

    folder, source = request.folder(), request.arguments.backup
    backup.read_header(source)
    aside = founding.aside_name(folder, request.now) if request.arguments.force else None
    if aside is None:
        founding.check_vacant(folder)
    text = request.secrets.passphrase(tr("Passphrase or recovery key of that backup: "))
    secret: Secret = RecoveryKey(text)
    try:
        secret.to_bytes()
    except MalformedRecoveryKey:
        secret = Passphrase(text)
    founding.restore(source, folder, secret, aside=aside)
    if aside is not None and aside.exists():
        notice(tr("What was there before is now in {folder}.").format(folder=aside))
    return Answer({"restored": str(folder)})


def stats(request: Request) -> Answer:
    """How much there is."""
    with request.open() as journal:
        with journal.reading():
            found = {kind: store.count() for kind, store in journal.stores.items()}
            span = journal.reflections.first_and_last()
        size, last = journal.vault.size(), journal.vault.last_backup()
    counts = {kind: number for kind, (number, _) in sorted(found.items()) if number or kind == REFLECTION}
    value = {
        "counts": counts,
        "in_trash": sum(deleted for _, deleted in found.values()),
        "first_date": span[0].isoformat() if span else None,
        "last_date": span[1].isoformat() if span else None,
        "size": size,
        "last_backup": format_instant(last) if last else None,
    }
    none = tr("none")
    names = _names_of_kinds()
    lines = [
        *((names[kind], number) for kind, number in counts.items()),
        (tr("in the trash"), value["in_trash"]),
        (tr("first"), value["first_date"] or none),
        (tr("last"), value["last_date"] or none),
        (tr("size in bytes"), size),
        (tr("last backup"), value["last_backup"] or none),
    ]
    return Answer(value, "\n".join(columns(line) for line in lines))


def _names_of_kinds() -> dict[str, str]:
    return {
        "agreement": tr("working agreements"),
        "alignment": tr("alignment sheets"),
        "checklist": tr("checklists"),
        "checklist-run": tr("runs of checklists"),
        "debrief": tr("debriefs"),
        "delegation": tr("delegations"),
        EXPERIMENT: tr("trust experiments"),
        "feedback": tr("pieces of feedback"),
        "follow-up": tr("follow-ups"),
        "held-task": tr("tasks still mine"),
        "interview": tr("interviews"),
        "kit": tr("kits"),
        "level": tr("levels of authority"),
        "one-on-one": tr("one-on-ones"),
        "person": tr("people"),
        "practice": tr("practices"),
        "preparation": tr("preparations"),
        PROMPT: tr("own prompts"),
        "question": tr("own interview questions"),
        REFLECTION: tr("reflections"),
        "topic": tr("topics"),
        "touch": tr("touches"),
    }
