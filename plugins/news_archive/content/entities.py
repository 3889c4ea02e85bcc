"""Makes an entity of its checked front matter."""

import re
from collections.abc import Iterable, Iterator

from news_archive.content.fields import EntityFields, PlaceFields
from news_archive.content.front_matter import Document
from news_archive.content.nodes import Mapping, place_of
from news_archive.content.references import References, Unresolved
from news_archive.model import (
    Actor,
    Alias,
    Description,
    Entity,
    EntityId,
    Finding,
    Kind,
    Name,
    Place,
    Relation,
    Severity,
    Term,
    folder_of,
    kind_of,
    latin_slug,
)

_PART = re.compile(r"[a-z0-9][a-z0-9-]{0,100}")
_FOLDERS = frozenset(folder_of(kind) for kind in Kind)
_ENTITY_ONLY = frozenset({"aliases", "coordinates", "demonyms", "names", "not", "part_of", "relations", "wikidata"})
"""Fields that no other page has."""
_ARTICLE_ONLY = frozenset({"title", "date", "source"})
"""Fields that together no other page has."""


def id_of(path: str, docs: str) -> EntityId | None:
    """The id of the entity in this file; None for a plain page, such as a folder's own `index.md`."""
    id_ = path.removeprefix(f"{docs}/").removesuffix(".md")
    folder, _, rest = id_.partition("/")
    if folder not in _FOLDERS or rest.rpartition("/")[2] in ("", "index", "README"):
        return None
    return EntityId(id_)


def check_id(id_: EntityId, path: str) -> Iterator[Finding]:
    """Errors for the parts of a file's path that can't be an id and an address."""
    for part in id_.split("/")[1:]:
        if not _PART.fullmatch(part):
            message = (
                f"'{part}' can't be an id and an address. Rename the file, e.g. to {latin_slug(part) or 'name'}.md"
            )
            yield Finding(rule="id", severity=Severity.ERROR, path=path, message=message)


def check_stray(fields: Mapping, path: str, docs: str) -> Iterator[Finding]:
    """A warning for a plain page with the fields of an entity or an article: it lies where none is looked for."""
    if fields.keys.keys() >= _ARTICLE_ONLY:
        yield Finding(
            rule="stray-article",
            severity=Severity.WARNING,
            path=path,
            line=fields.keys["title"].line,
            field="title",
            message=f"this page has `title`, `date` and `source` as an article has, but lies in {docs}/, where it is a plain "
            "page. Move it to the folder of the articles, or delete `source`",
        )
    telling = sorted(_ENTITY_ONLY & fields.keys.keys())
    if "name" not in fields.keys or not telling or path.rpartition("/")[2] in ("index.md", "README.md"):
        return
    folders = ", ".join(f"{docs}/{folder}/" for folder in sorted(_FOLDERS))
    yield Finding(
        rule="stray-entity",
        severity=Severity.WARNING,
        path=path,
        line=fields.keys["name"].line,
        field="name",
        message=f"this page has `name` and `{telling[0]}` as an actor, place or term has, but lies in none of "
        f"{folders}, so its name is not linked. Move it there, or delete these fields",
    )


def build_entity(
    id_: EntityId, path: str, fields: EntityFields, mapping: Mapping, document: Document, references: References
) -> Entity:
    """The entity of a file whose fields are right."""

    def resolved(typed: Iterable[str]) -> tuple[EntityId, ...]:
        """Without those that lead nowhere: `check_references` tells of them."""
        answers = [references.resolve(text) for text in typed]
        return tuple(answer for answer in answers if not isinstance(answer, Unresolved))

    targets = [resolved([relation.to]) for relation in fields.relations]
    common = {
        "id": id_,
        "path": path,
        "name": fields.name,
        "description": fields.description or "",
        "descriptions": tuple(Description(text=d.text, since=d.since, until=d.until) for d in fields.descriptions),
        "type": fields.type,
        "aliases": tuple(
            Alias(
                text=a.text,
                lang=a.lang,
                since=a.since,
                until=a.until,
                case=a.case,
                line=place_of(mapping, ("aliases", i)).line,
            )
            for i, a in enumerate(fields.aliases)
        ),
        "names": tuple(
            Name(lang=lang, text=name.text, since=name.since, until=name.until)
            for lang, names in sorted(fields.names.items())
            for name in names
        ),
        "not_phrases": tuple(fields.not_phrases),
        "demonyms": tuple(fields.demonyms),
        "part_of": resolved(fields.part_of),
        "relations": tuple(
            Relation(type=r.type, to=to[0], since=r.since, until=r.until, source=r.source)
            for r, to in zip(fields.relations, targets, strict=True)
            if to
        ),
        "see_also": resolved(fields.see_also),
        "wikidata": fields.wikidata,
        "website": fields.website,
        "country": fields.country,
        "redirect_from": tuple(fields.redirect_from),
        "body": document.body,
        "body_line": document.body_line,
        "field_lines": field_lines(mapping, path),
        "alias_lines": _form_lines(fields, mapping),
    }
    match kind_of(id_):
        case Kind.ACTOR:
            return Actor(**common)  # type: ignore[arg-type]  # `common` holds each field's own type
        case Kind.TERM:
            return Term(**common)  # type: ignore[arg-type]  # as above
        case Kind.PLACE:
            if not isinstance(fields, PlaceFields):
                raise TypeError(fields)
            where = {"coordinates": fields.coordinates, "line": tuple(fields.line)}
            return Place(**common, **where)  # type: ignore[arg-type]  # as above


def field_lines(mapping: Mapping, path: str) -> dict[str, int]:
    """The line of each field that stands in the file itself, not in its folder's defaults."""
    return {name: at.line for name, at in mapping.keys.items() if at.path == path}


def _form_lines(fields: EntityFields, mapping: Mapping) -> dict[str, int]:
    """The line of each form, for messages about it."""
    lines = {text: place_of(mapping, ("not", i)).line for i, text in enumerate(fields.not_phrases)}
    lines |= {
        name.text: place_of(mapping, ("names", lang)).line for lang, names in fields.names.items() for name in names
    }
    lines |= {text: place_of(mapping, ("demonyms", i)).line for i, text in enumerate(fields.demonyms)}
    lines |= {alias.text: place_of(mapping, ("aliases", i)).line for i, alias in enumerate(fields.aliases)}
    return lines | {fields.name: place_of(mapping, ("name",)).line}
