"""Writes what editing programs need to help with front matter, into .vscode/.

editing_help.py           schemas/*.json (JSON Schema, for programs that read it) and front-matter.code-snippets (for Visual
                          Studio Code and those built on it, which need no extension for them)
editing_help.py --check   write nothing; say what is out of date, and exit 1

All of it comes from the declared fields. The extension for YAML does not look into Markdown files, so the snippets are what
offers the fields there; the schemas are named in settings.json for the day when it does, and for other programs.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from news_archive.content import FIELDS, ArticleFields, Fields, json_schema
from news_archive.content.fields import ENTRIES
from news_archive.model import Kind

PROJECT = Path(__file__).resolve().parents[1]
_DECLARED: Mapping[str, type[Fields]] = {"article": ArticleFields, **{kind.value: FIELDS[kind] for kind in FIELDS}}


def main() -> int:
    stale = [path for path, text in files().items() if not (PROJECT / path).exists() or _read(PROJECT / path) != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path} is not as the fields are declared. Type: make schemas", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        (PROJECT / path).parent.mkdir(parents=True, exist_ok=True)
        (PROJECT / path).write_text(files()[path], encoding="utf-8", newline="\n")
        print(path)
    return 0


def files() -> Mapping[str, str]:
    """The text of each file, by its path in the project."""
    schemas = {kind: json_schema(None if kind == "article" else Kind(kind)) for kind in _DECLARED}
    return {
        **{f".vscode/schemas/{kind}.json": _json(schema) for kind, schema in schemas.items()},
        ".vscode/front-matter.code-snippets": _json(_snippets(schemas)),
    }


def _snippets(schemas: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    """A snippet for a new file of each kind, and one for each field."""
    snippets: dict[str, object] = {}
    for kind, declared in _DECLARED.items():
        needed = [line for name, line in declared.example.items() if name in declared.model_fields]
        snippets[f"new {kind}"] = {
            "scope": "markdown",
            "prefix": f"new-{kind}",
            "description": f"The front matter of a new {kind}: what must be there.",
            "body": ["---", *(_with_stop(line, stop) for stop, line in enumerate(needed, 1)), "---", "", "$0"],
        }
    for name, kinds in sorted(_kinds_by_field().items()):
        described = {_property(schemas[kind], name).get("description", "") for kind in kinds}
        snippets[name] = {
            "scope": "markdown",
            "prefix": name,
            "description": f"{' '.join(map(str, sorted(described, key=str)))} ({', '.join(kinds)})",
            "body": list(_body(name, _property(schemas[kinds[0]], name))),
        }
    return snippets


def _kinds_by_field() -> Mapping[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for kind, declared in _DECLARED.items():
        for name, field in declared.model_fields.items():
            kinds.setdefault(field.alias or name, []).append(kind)
    return kinds


def _body(name: str, declared: Mapping[str, object]) -> Iterator[str]:
    """The lines to type for a field, with places to go to."""
    entry = ENTRIES.get(name)
    if entry and name != "aliases":  # an alias is a text as a rule
        parts = [field.alias or part for part, field in entry.model_fields.items()]
        yield f"{name}:"
        yield "  - {" + ", ".join(f"{part}: ${stop}" for stop, part in enumerate(parts, 1)) + "}"
    elif _has_type(declared, "array"):
        yield f"{name}: [$1]"
    elif _has_type(declared, "object"):
        yield f"{name}: {{$1: $2}}"
    elif _has_type(declared, "boolean"):
        yield f"{name}: true"
    else:
        yield f'{name}: "$1"' if name in ("title", "description") else f"{name}: $1"


def _has_type(declared: Mapping[str, object], wanted: str) -> bool:
    parts = declared.get("anyOf", [declared])
    return isinstance(parts, list) and any(part.get("type") == wanted for part in parts)


def _with_stop(line: str, stop: int) -> str:
    """The example, as text that is typed over: `title: "…"`."""
    name, _, value = line.partition(": ")
    text = value.strip('"')
    return f"{name}: {value.replace(text, f'${{{stop}:{text}}}')}"


def _property(schema: Mapping[str, object], name: str) -> Mapping[str, object]:
    properties = schema["properties"]
    return properties[name] if isinstance(properties, dict) else {}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
