"""Rules about the names of entities."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from news_archive.matching import Form, Gazetteer, Origin, fold_text
from news_archive.model import Entity, EntityId, Finding, Severity


def check_names(entities: Mapping[EntityId, Entity], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Missing descriptions, names that would link too much, and names that several entities claim."""
    for entity in entities.values():
        if not entity.description:
            yield _warning(
                "missing-description",
                entity,
                "is missing, so previews are empty. Say in one line what this is",
                "description",
            )
        yield from _check_descriptions(entity)
    for forms in gazetteer.by_text.values():
        yield from _check_forms([form for form in forms if form.origin is not Origin.NOT], entities)


def _check_descriptions(entity: Entity) -> Iterator[Finding]:
    """Dated descriptions of which two are true on one day."""
    dated = sorted(entity.descriptions, key=lambda d: (d.since is not None, d.since and d.since.first))
    for one, other in pairwise(dated):
        if one.until is None or other.since is None or other.since.first <= one.until.first:
            message = f"'{one.text}' and '{other.text}' are both true on one day. End one before the other begins"
            yield _warning(
                "descriptions-overlap", entity, message, "descriptions", entity.field_lines.get("descriptions")
            )


def _check_forms(forms: list[Form], entities: Mapping[EntityId, Entity]) -> Iterator[Finding]:
    for form in forms:
        entity = entities[form.entity]
        if len(form.text) == 1:
            yield _form_warning(
                "short-name", entity, form, "is one character and would be linked everywhere. Write a longer form"
            )
        elif form.text.isdigit():
            yield _form_warning(
                "number-name", entity, form, "is a number and would be linked everywhere. Write a longer form"
            )
        rivals = sorted({other.entity for other in forms if _collide(form, other)})
        if rivals:
            others = ", ".join(
                f"{rival} ({entities[rival].path}:{_line(entities[rival], form) or 1})" for rival in rivals
            )
            yield _form_warning(
                "claimed-twice",
                entity,
                form,
                f"is also a name of {others}, so it is not linked where nothing else decides. "
                "Give it to one of them, add `from` or `until`, or rule in the article's `mentions`",
            )


def _collide(one: Form, other: Form) -> bool:
    """Whether one text on one day could mean either."""
    if one.entity == other.entity or not (one.agrees_with(other.text) or other.agrees_with(one.text)):
        return False
    first, second = sorted((one, other), key=lambda form: (form.since is not None, form.since and form.since.first))
    return not (first.until and second.since and first.until.last < second.since.first)


def _form_warning(rule: str, entity: Entity, form: Form, message: str) -> Finding:
    field = {Origin.NAME: "name", Origin.OTHER_LANGUAGE: "names", Origin.DEMONYM: "demonyms"}.get(
        form.origin, "aliases"
    )
    return _warning(rule, entity, f"'{form.text}' {message}", field, _line(entity, form))


def _line(entity: Entity, form: Form) -> int | None:
    return next(
        (line for text, line in entity.alias_lines.items() if fold_text(text).lower() == form.text.lower()), None
    )


def _warning(rule: str, entity: Entity, message: str, field: str, line: int | None = None) -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, path=entity.path, line=line, field=field, message=message)
