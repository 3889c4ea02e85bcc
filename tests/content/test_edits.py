"""Edits keep every byte that they are not about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news_archive.content.edits import Edit, add_to_list, edited, replace_scalar, text_of
from news_archive.content.front_matter import split
from news_archive.content.nodes import Mapping, Scalar, parse, plain
from news_archive.content.typed_links import typed_links

_PIECES = st.lists(st.sampled_from(["a", "é", "\U0001f600", " ", "\n", "\r\n", "\r", "\u2028", "x y"]), max_size=20)


@given(_PIECES, st.booleans(), st.data())
def test_text_with_edits_reads_as_the_edited_text(pieces: list[str], has_bom: bool, data: st.DataObject) -> None:  # noqa: FBT001  # drawn
    """Whatever line ends a file has; and what stands before and after the edit stays byte for byte."""
    raw = "".join(pieces)
    file = (b"\xef\xbb\xbf" if has_bom else b"") + raw.encode()
    text = text_of(file)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    changed = edited(file, [Edit(start, end, "NEW")])
    assert text_of(changed) == text[:start] + "NEW" + text[end:]
    before, after = changed.split(b"NEW")
    assert file.startswith(before)
    assert file.endswith(after)


def test_new_line_ends_like_the_lines_around_it() -> None:
    assert edited(b"a\r\nb\r\n", [Edit(2, 2, "x\n")]) == b"a\r\nx\r\nb\r\n"
    assert edited(b"a", [Edit(1, 1, "\nx")]) == b"a\nx"


def test_edits_may_come_in_any_order_and_never_overlap() -> None:
    assert edited(b"abc", [Edit(2, 3, "C"), Edit(0, 1, "A")]) == b"AbC"
    with pytest.raises(ValueError, match="Edit"):
        edited(b"abc", [Edit(0, 2, ""), Edit(1, 3, "")])


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("part_of: old  # why", "part_of: new  # why"),
        ("part_of: 'old'", "part_of: 'new'"),
        ('part_of:   "old"  ', 'part_of:   "new"  '),
        ("part_of: [old]", "part_of: [new]"),
        ("part_of: >\n  old\nx: y", "part_of: new\nx: y"),
        ("part_of:\n  - old", "part_of:\n  - new"),
        ("x: '\U0001f600 é'\npart_of: old", "x: '\U0001f600 é'\npart_of: new"),
    ],
)
def test_word_is_replaced_in_its_quotes(typed: str, changed: str) -> None:
    fields = parse(typed, "a.md", 1)
    assert isinstance(fields, Mapping)
    node = fields.items["part_of"]
    scalar = node if isinstance(node, Scalar) else node.items[0]  # type: ignore[index]  # a list in these cases
    assert isinstance(scalar, Scalar)
    edit = replace_scalar(scalar, "new", 0)
    assert typed[: edit.start] + edit.text + typed[edit.end :] == changed


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("name: A", "name: A\nold: b"),
        ("name: A\n# end", "name: A\n# end\nold: b"),
        ("old: a\nname: A", "old: [a, b]\nname: A"),
        ("old: 'a'  # why", "old: ['a', b]  # why"),
        ("old:\nname: A", "old: b\nname: A"),
        ("old:  # Old paths.", "old: b  # Old paths."),
        ("old: []", "old: [b]"),
        ("old: [a]", "old: [a, b]"),
        ("old: [a, 'c' ]  # why", "old: [a, 'c', b ]  # why"),
        ("old: [\n  a,\n  c,\n]", "old: [\n  a,\n  c, b,\n]"),
        ("old:\n  - a  # first\nname: A", "old:\n  - a  # first\n  - b\nname: A"),
        ("old:\n- a\n- c\nname: A", "old:\n- a\n- c\n- b\nname: A"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_word_is_added_to_a_list_however_it_is_written(typed: str, changed: str, line_end: str) -> None:
    file = f"---\n{typed}\n---\n\nBody.\n".replace("\n", line_end).encode()
    text = text_of(file)
    document = split(text, "a.md")
    result = edited(file, [add_to_list(document, text, "old", "b")])
    assert result == f"---\n{changed}\n---\n\nBody.\n".replace("\n", line_end).encode()
    old = plain(split(text_of(result), "a.md").fields)["old"]  # type: ignore[call-overload,index]  # a mapping
    assert (old if isinstance(old, list) else [old])[-1] == "b"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md) and ![c](d.png 'T')", ["b.md", "d.png"]),
        ("[a]( <b c.md> )", ["b c.md"]),
        ("[a](b_(c).md)", ["b_(c).md"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a][b]\n\n[b]: c.md 'T'\n[d]: <e f.md>", ["c.md", "e f.md"]),
        ("[^1]: c.md is a file", []),
        ("<a class='x' href=\"b.md\">B</a> <img src=c.png>", ["b.md", "c.png"]),
        ("`[a](b.md)` and ``[a](`b.md)`` [c](d.md)", ["d.md"]),
        ("```\n[a](b.md)\n```\n[c](d.md)", ["d.md"]),
        ("~~~~ text\n[a](b.md)\n~~~\n~~~~\n[c](d.md)", ["d.md"]),
        ("```\n[a](b.md)", []),
        ("- item\n\n    ```\n    [a](b.md)\n    ```\n\n    [c](d.md)", ["d.md"]),
        ("Text.\n\n    [a](b.md)\n\n    [a](c.md)\n\n[c](d.md)", ["d.md"]),
        ("Text\n    [a](b.md)", ["b.md"]),
        ("- item\n\n    [a](b.md)", ["b.md"]),
        ("!!! note\n\n    [a](b.md)\n\n    [c](d.md)", ["b.md", "d.md"]),
        ("[^1]:\n    A\n\n    [a](b.md)", ["b.md"]),
        ("One ` tick, [a](b.md), another paragraph\n\nwith ` one.", ["b.md"]),
        ("\\`[a](b.md)\\`", ["b.md"]),
    ],
)
def test_links_are_found_outside_of_code(text: str, targets: list[str]) -> None:
    links = list(typed_links(text))
    assert [link.target for link in links] == targets
    assert [text[link.start : link.end] for link in links] == targets
