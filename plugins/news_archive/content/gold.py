"""Reads a gold file: JSON lines, one label each. The format is told in CONTRIBUTING."""

import json
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from news_archive.model import EntityId, Finding, Label, Severity


def _as_text(value: object) -> object:
    """A stretch may stand as text or, as in other tools' files, as an object with its text."""
    return value.get("text") if isinstance(value, dict) else value


class _Row(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    article: str = Field(min_length=1)
    text: str = Field(min_length=1)
    nth: int = Field(ge=1)
    entity: str | None
    category: str = Field("", alias="class")
    why: str = ""
    also: list[str] = []
    alt: list[Annotated[str, BeforeValidator(_as_text)]] = []
    region: str = "body"
    note: str = ""
    would_be: str = ""


def read_gold(path: Path, shown: str) -> tuple[list[Label], list[Finding]]:
    """The labels of a file, and what is wrong with its lines. `shown` is the file as findings name it."""
    labels: list[Label] = []
    findings: list[Finding] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = _Row.model_validate(json.loads(line))
        except json.JSONDecodeError as error:
            findings.append(_wrong(shown, number, f"is no JSON ({error.msg}). Write one object a line"))
        except ValidationError as error:
            for problem in error.errors():
                field = ".".join(map(str, problem["loc"])) or "line"
                findings.append(_wrong(shown, number, f"{field}: {problem['msg']}"))
        else:
            labels.append(
                Label(
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
            )
    return labels, findings


def _wrong(path: str, line: int, message: str) -> Finding:
    return Finding(rule="gold", severity=Severity.ERROR, path=path, line=line, message=message)
