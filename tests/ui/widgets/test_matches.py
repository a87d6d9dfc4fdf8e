"""What was searched for stands out in what was found, and nothing that a person typed is lost."""

import pytest

from ui.widgets.matches import without_marks


@pytest.mark.parametrize(
    ("snippet", "typed", "words", "strong"),
    [
        ("…said [Jonas] twice", "jon", "…said Jonas twice", ["Jon"]),
        ("[Tomás] asked", "tomas", "Tomás asked", ["Tomás"]),
        ("[quiet] [ladder] pepper", "ladder quiet", "quiet ladder pepper", ["quiet", "ladder"]),
        ("[李][雷] wrote", "李雷", "李雷 wrote", ["李", "雷"]),
        ("[todo] ask [Jonas]", "jonas", "[todo] ask Jonas", ["Jonas"]),
        ("[link](file) and [", "nothing", "[link](file) and [", []),
        ("no marks", "", "no marks", []),
    ],
)
def test_matches_stand_out_and_brackets_of_ones_own_stay(
    snippet: str, typed: str, words: str, strong: list[str]
) -> None:
    shown, spans = without_marks(snippet, typed)
    assert shown == words
    assert [shown[begin:end] for begin, end in spans] == strong
