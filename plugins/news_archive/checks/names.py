"""Rules about the names of entities."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from news_archive.checks.common_words import COMMON_WORDS
from news_archive.checks.listed_names import field_of, is_word_like, line_of
from news_archive.matching import Form, Gazetteer, Origin
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
        elif is_word_like(form) and form.text.lower() in COMMON_WORDS:
            message = (
                "is a word of every text and would be linked wherever a sentence begins with it. Write a longer form, "
                f"or {{text: {form.text}, case: exact}} if that is what you want"
            )
            yield _form_warning("common-word", entity, form, message)
        # Each clash is told once, at the first of the two.
        rivals = sorted({other.entity for other in forms if other.entity > form.entity and _collide(form, other)})
        if rivals:
            others = ", ".join(
                f"{rival} ({entities[rival].path}:{line_of(entities[rival], form) or 1})" for rival in rivals
            )
            finding = _form_warning(
                "claimed-twice",
                entity,
                form,
                f"is also a name of {others}, so it is not linked where nothing else decides. "
                "Give it to one of them, add `from` or `until`, or rule in the article's `mentions`",
            )
            yield replace(finding, others=tuple(entities[rival].path for rival in rivals))


def _collide(one: Form, other: Form) -> bool:
    """Whether one text on one day could mean either."""
    if one.entity == other.entity or not (one.agrees_with(other.text) or other.agrees_with(one.text)):
        return False
    first, second = sorted((one, other), key=lambda form: (form.since is not None, form.since and form.since.first))
    return not (first.until and second.since and first.until.last < second.since.first)


def _form_warning(rule: str, entity: Entity, form: Form, message: str) -> Finding:
    return _warning(rule, entity, f"'{form.text}' {message}", field_of(form), line_of(entity, form))


def _warning(rule: str, entity: Entity, message: str, field: str, line: int | None = None) -> Finding:
    return Finding(rule=rule, severity=Severity.WARNING, path=entity.path, line=line, field=field, message=message)
