"""Where sentences end; a doubtful end is no end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.archive.sentences import sentences

# A bar stands before each sentence but the first.
_TABLE = {
    "two sentences": "It fell. |Then it rose.",
    "one without an end": "It fell",
    "nothing": "",
    "question and exclamation": "Did it fall? |Yes! |It rose.",
    "several marks": "It fell?! |It rose.",
    "line's end": "It fell.\n|It rose.",
    "no space": "It fell.It rose.",
    "rank": "Gen. Votel spoke. |He left.",
    "rank in capitals": "GEN. VOTEL SPOKE. |HE LEFT.",
    "title": "Mrs. Smith and Dr. Jones met. |They left.",
    "month": "It fell on Aug. 19 at noon. |It rose on Sept. 1.",
    "number": "House No. 5 fell. |It burnt.",
    "company": "Smith & Sons Inc. Paris paid. |It left.",
    "initials": "J. R. Smith spoke. |He left.",
    "initial with an accent": "É. Zola wrote. |He left.",
    "abbreviated country": "The U.S. Army left. |It was gone.",
    "abbreviation at a doubtful end": "They left the U.S. Then it rained.",
    "hour": "It fell at 5 p.m. Monday.",
    "lower case after a period": "The units etc. left. |They won.",
    "lower case after an exclamation": "“Go!” he said. |They went.",
    "decimal number": "It is 3.5 km long. |It fell.",
    "number at the end": "It fell in 2016. |It rose.",
    "number at the beginning": "It fell. |30 men left.",
    "straight quotes": '"It fell." |He left.',
    "curly quotes": "He said “It fell.” |He left.",
    "single quotes": "He said ‘It fell.’ |He left.",
    "guillemets": "«Il est là.» |Il part.",
    "quote that opens": "It fell. |“It rose,” he said.",
    "quote that opens in lower case": "It fell. “and rose,” he said.",
    "brackets": "It fell. |(It rose.) |It fell.",
    "ellipsis of one character": "It fell… |It rose.",
    "ellipsis of three": "It fell... |It rose.",
    "ellipsis within": "It fell... and rose.",
    "ellipsis after a rank": "He called the gen... |He left.",
    "Arabic question mark": "أين هم؟ |هنا.",
    "Arabic period": "سقطت المدينة. |عادوا.",
    "Urdu period": "وہ گئے۔ |وہ آئے۔",
    "no-break space": "It fell.\u00a0|It rose.",
    "space at the end": "It fell. ",
}


@pytest.mark.parametrize("written", _TABLE.values(), ids=_TABLE.keys())
def test_sentences_end_where_the_table_says(written: str) -> None:
    text = written.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == written.split("|")


@given(st.text('aB.!?؟…"”) \n', max_size=40) | st.text(max_size=40))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    bounds = sentences(text)
    assert "".join(text[start:end] for start, end in bounds) == text
    assert all(start < end for start, end in bounds) or bounds == [(0, 0)]
