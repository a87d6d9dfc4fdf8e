"""What a person is to the other features: so far a name that has an id."""

from collections.abc import Callable, Iterable
from datetime import datetime

PersonIds = Callable[[Iterable[str], datetime], dict[str, str]]
