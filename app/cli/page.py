"""What `show` prints of something by its name: Markdown with a heading, its facts, and its words."""

from app.titles import one_line

Facts = list[tuple[str, object]]


def page(title: str, facts: Facts, words: str) -> str:
    """A heading, what is said in a line each, and the words below."""
    lines = [f"- {name}: {one_line(str(value))}" for name, value in facts if value not in (None, "")]
    return "\n\n".join(filter(None, (f"# {one_line(title)}", "\n".join(lines), words)))
