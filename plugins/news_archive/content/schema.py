"""The JSON Schema of front matter, for programs that help an editor while typing."""

from pydantic import BaseModel

from news_archive.content.fields import FIELDS, ArticleFields
from news_archive.model import Kind


def json_schema(kind: Kind | None) -> dict[str, object]:
    """JSON Schema (draft 2020-12) of the front matter of a kind of entity, or of an article for None."""
    model: type[BaseModel] = FIELDS[kind] if kind else ArticleFields
    schema: dict[str, object] = model.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema
