"""The examples for fields of more than one text: each such field has one, and what it shows is right."""

import pytest

from news_archive.content import FIELDS, ArticleFields, Fields
from news_archive.content.examples import EXAMPLES
from news_archive.content.front_matter import split
from news_archive.content.nodes import Scalar
from news_archive.content.validate import validate

_DECLARED: list[type[Fields]] = [ArticleFields, *FIELDS.values()]
_NEEDED = "title: T\ndate: 2016\nsource: S\nname: N\n"


def _is_more_than_a_text(declared: type[Fields], name: str) -> bool:
    schema = declared.model_json_schema()["properties"][name]
    return any(part.get("type") in ("array", "object") for part in schema.get("anyOf", [schema]))


@pytest.mark.parametrize("declared", _DECLARED)
def test_every_field_of_more_than_a_text_has_an_example_that_is_right(declared: type[Fields]) -> None:
    names = {field.alias or name for name, field in declared.model_fields.items()}
    shown = {name for name in names if _is_more_than_a_text(declared, name)}
    assert shown == names & set(EXAMPLES)
    text = "".join(f"{name}: {EXAMPLES[name]}\n" for name in sorted(shown))
    mapping = split(f"---\n{_NEEDED}{text}---\n", "k.md").fields
    fields, findings = validate(mapping, declared, "k.md")
    assert fields
    assert {finding.field for finding in findings} <= {"title", "date", "source", "name"}
    assert not any(isinstance(mapping.items[name], Scalar) for name in shown)
