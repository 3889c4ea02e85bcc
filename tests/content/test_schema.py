"""The JSON Schema of front matter: in shape, complete, and of one mind with validation."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from news_archive.content import Places, json_schema, load
from news_archive.model import Kind

# JSON is what it is: a tree of anything.
Schema = Mapping[str, Any]
Write = Callable[[Mapping[str, object]], Path]

_KINDS = [
    pytest.param(None, "articles/2020/k.md", id="article"),
    pytest.param(Kind.ACTOR, "docs/actors/k.md", id="actor"),
    pytest.param(Kind.PLACE, "docs/places/k.md", id="place"),
    pytest.param(Kind.TERM, "docs/glossary/k.md", id="term"),
]
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "array": list,
    "object": dict,
    "number": (int, float),
    "integer": int,
    "null": type(None),
}


def _parts(schema: Schema) -> Iterator[Schema]:
    """The schema and every schema in it."""
    yield schema
    for key in ("properties", "$defs"):
        for part in schema.get(key, {}).values():
            yield from _parts(part)
    for key in ("anyOf", "allOf", "oneOf"):
        for part in schema.get(key, ()):
            yield from _parts(part)
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(schema.get(key), dict):
            yield from _parts(schema[key])


def _accepts(schema: Schema, value: object, root: Schema) -> bool:
    """Whether a value fits, by the few keywords that matter here."""
    if "$ref" in schema:
        return _accepts(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root)
    if "anyOf" in schema:
        return any(_accepts(part, value, root) for part in schema["anyOf"])
    types = schema.get("type", list(_TYPES))
    if not any(isinstance(value, _TYPES[name]) for name in ([types] if isinstance(types, str) else types)):
        return False
    if isinstance(value, list) and "items" in schema:
        return all(_accepts(schema["items"], item, root) for item in value)
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return set(schema.get("required", ())) <= set(value) and all(
            _accepts(known[key], item, root) for key, item in value.items() if key in known
        )
    return value in schema.get("enum", [value])


@pytest.mark.parametrize(("kind", "path"), _KINDS)
def test_the_schema_has_the_shape_of_a_schema(kind: Kind | None, path: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["type"] == "object", path
    defined = {f"#/$defs/{name}" for name in dict[str, Any](schema.get("$defs", {}))}  # type: ignore[call-overload]  # a tree of anything
    for part in _parts(schema):
        types = part.get("type", [])
        assert set([types] if isinstance(types, str) else types) <= {*_TYPES, "boolean"}
        assert part.get("$ref") in {None, *defined}
        assert set(part.get("required", ())) <= set(part.get("properties", {}))
        assert all(part[key] for key in ("anyOf", "allOf", "oneOf", "enum") if key in part)


@pytest.mark.parametrize(("kind", "path"), _KINDS)
def test_the_schema_knows_the_fields_that_validation_knows(kind: Kind | None, path: str, write: Write) -> None:
    root = write({path: "---\nxyzzy: 1\n---\n"})
    messages = [finding.message for finding in load(Places(root=root)).findings if finding.field == "xyzzy"]
    (known,) = (found[1].split(", ") for message in messages if (found := re.search(r"Known fields: (.*)", message)))
    properties = json_schema(kind)["properties"]
    assert isinstance(properties, dict)
    assert sorted(properties) == known
    assert all(properties[field].get("description") for field in known)


@pytest.mark.parametrize(("kind", "path"), _KINDS)
def test_the_schema_requires_what_validation_misses(kind: Kind | None, path: str, write: Write) -> None:
    root = write({path: "---\nlang: en\n---\n"})
    missing = [f.field for f in load(Places(root=root)).findings if f.message.startswith("is missing")]
    required = json_schema(kind)["required"]
    assert isinstance(required, list)
    assert sorted(required) == missing


@pytest.mark.parametrize(
    ("path", "field", "typed", "value"),
    [
        pytest.param("articles/2020/k.md", "date", "2016-08-19", "2016-08-19", id="a day"),
        pytest.param("articles/2020/k.md", "updated", "2016", 2016, id="a year, which YAML takes for a number"),
        pytest.param("articles/2020/k.md", "covers", "2016-08/2016-09", "2016-08/2016-09", id="a period"),
        pytest.param("articles/2020/k.md", "tags", "[war, truce]", ["war", "truce"], id="a list"),
        pytest.param("articles/2020/k.md", "tags", "war", "war", id="one text for a list"),
        pytest.param("docs/actors/k.md", "part_of", "sdf", "sdf", id="one reference"),
        pytest.param("docs/actors/k.md", "aliases", "KK", "KK", id="one alias"),
        pytest.param(
            "docs/actors/k.md", "aliases", "[KK, {text: K}]", ["KK", {"text": "K"}], id="aliases of both sorts"
        ),
        pytest.param("docs/actors/k.md", "names", "{ku: K}", {"ku": "K"}, id="pairs"),
        pytest.param("docs/places/k.md", "coordinates", "[36, 40.5]", [36, 40.5], id="coordinates"),
    ],
)
def test_the_schema_accepts_what_validation_accepts(
    path: str, field: str, typed: str, value: object, write: Write
) -> None:
    """Or an editor's program underlines what is right."""
    fields = {"title": "T", "date": "2020", "source": "S"} if path.startswith("articles") else {"name": "K"}
    lines = "\n".join(f"{key}: {text}" for key, text in {**fields, field: typed}.items())
    others = {"docs/actors/sdf.md": "---\nname: SDF\n---\n"}
    assert load(Places(root=write({**others, path: f"---\n{lines}\n---\n"}))).findings == ()

    kinds = {"articles": None, "docs/actors": Kind.ACTOR, "docs/places": Kind.PLACE}
    schema: Schema = json_schema(kinds[path.removesuffix("/k.md").removesuffix("/2020")])
    assert _accepts(schema["properties"][field], value, schema)


def test_the_schema_refuses_what_validation_refuses() -> None:
    """So that the comparison above can fail."""
    schema: Schema = json_schema(None)
    assert not _accepts(schema["properties"]["tags"], {"a": "b"}, schema)
    assert not _accepts(schema["properties"]["corrections"], [{"text": "T"}], schema)
