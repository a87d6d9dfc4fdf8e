"""When two kinds of work, written by hand, are the same one."""


def work_key(name: str) -> str:
    """What is the same for the same kind of work: neither capital letters nor the width of gaps make another one.

    Empty where no kind was named.
    """
    return " ".join(name.split()).casefold()
