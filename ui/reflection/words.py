"""What is said about a reflection on its pages."""

from app.reflections.model import PullKind
from app.reflections.wording import kind_name
from app.translation import tr


def pull_in_words(pull: int | None, kind: PullKind | None) -> str:
    """ "Pull 8, redo"; "" where neither is known."""
    strength = "" if pull is None else tr("Pull {strength}").format(strength=pull)
    if kind is None:
        return strength
    return f"{strength}, {kind_name(kind)}" if strength else tr("Pull: {kind}").format(kind=kind_name(kind))
