"""A draft for the fields."""

import pytest

from ui.reflection.draft import Draft
from ui.session import Session


@pytest.fixture
def draft(session: Session) -> Draft:
    return Draft(session, session)
