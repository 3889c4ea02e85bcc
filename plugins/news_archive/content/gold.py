"""Reads a gold file: JSON lines, one label each. The format is told in CONTRIBUTING."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from news_archive.model import EntityId, Finding, Label, Severity


def _as_text(value: object) -> object:
    """A stretch may stand as text or, as in other tools' files, as an object with its text."""
    return value.get("text") if isinstance(value, dict) else value


_ADVICE = {
    "entity": ". Write a whole id such as actors/red-cross, or null where a link would be wrong",
    "also": ". Write a list of whole ids such as [actors/red-cross]",
    "nth": ". Write which occurrence it is, from 1",
}


class _Row(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    article: str = Field(min_length=1)
    text: str = Field(min_length=1)
    nth: int = Field(ge=1)
    entity: Annotated[str, Field(pattern=r"^(actors|places|glossary)/")] | None
    category: str = Field("", alias="class")
    why: str = ""
    also: list[Annotated[str, Field(pattern=r"^(actors|places|glossary)/")]] = []
    alt: list[Annotated[str, BeforeValidator(_as_text)]] = []
    region: Literal["body", "heading", "code"] = "body"
    note: str = ""
    would_be: str = ""


def read_gold(path: Path, shown: str) -> tuple[list[Label], list[Finding]]:
    """The labels of a file, and what is wrong with its lines. `shown` is the file as findings name it."""
    labels: list[Label] = []
    findings: list[Finding] = []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [_wrong(shown, 1, f"is not UTF-8 ({error.reason}). Save it as UTF-8")]
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = _Row.model_validate(json.loads(line))
        except json.JSONDecodeError as error:
            findings.append(_wrong(shown, number, f"is no JSON ({error.msg}). Write one object a line"))
        except ValidationError as error:
            for problem in error.errors():
                field = ".".join(map(str, problem["loc"])) or "line"
                advice = _ADVICE.get(field.partition(".")[0], "")
                findings.append(_wrong(shown, number, f"{field}: {problem['msg']}{advice}"))
        else:
            label = Label(
                article=row.article,
                text=row.text,
                nth=row.nth,
                entity=EntityId(row.entity) if row.entity else None,
                also=tuple(map(EntityId, row.also)),
                alternatives=tuple(row.alt),
                category=row.category or row.why or "exact",
                is_elsewhere=row.region != "body",
                line=number,
            )
            labels.append(label)
    return labels, [*findings, *_contradictions(labels, shown)]


def _contradictions(labels: Iterable[Label], shown: str) -> Iterator[Finding]:
    """Errors for labels of which one says of a name that it means this, and another that it means that."""
    first: dict[tuple[str, str, int, bool], Label] = {}
    for label in labels:
        # Headings and code are counted by themselves.
        earlier = first.setdefault((label.article, label.text, label.nth, label.is_elsewhere), label)
        if earlier.entity != label.entity:
            message = (
                f"occurrence {label.nth} of '{label.text}' in {label.article} means {label.entity or 'nobody'} here "
                f"and {earlier.entity or 'nobody'} on line {earlier.line}. Delete one of the two, or write `also`"
            )
            yield _wrong(shown, label.line, message)


def _wrong(path: str, line: int, message: str) -> Finding:
    return Finding(rule="gold", severity=Severity.ERROR, path=path, line=line, message=message)
