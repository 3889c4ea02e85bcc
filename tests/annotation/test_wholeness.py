"""The check that weaving changed no text."""

import pytest

from news_archive.annotation import TextChangedError, check_text_unchanged


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("<p>a b</p>", "<p>ab</p>", id="a space is lost"),
        pytest.param("<p>ab</p>", "<p>a<b>b</b>c</p>", id="a letter is added at the end"),
        pytest.param("<p>a</p>", "<p></p>", id="all is lost"),
        pytest.param("<p>&amp;lt;</p>", "<p>&lt;</p>", id="an escape is resolved twice"),
        pytest.param("<p>a&nbsp;b</p>", "<p>a b</p>", id="a no-break space breaks"),
    ],
)
def test_changed_text_is_an_error(before: str, after: str) -> None:
    with pytest.raises(TextChangedError, match="the visible text was changed"):
        check_text_unchanged(before, after)


def test_marks_alone_are_no_change() -> None:
    check_text_unchanged("<p>the YPG</p>", '<p>the <a class="mention" title="a > b">YPG</a></p>')
