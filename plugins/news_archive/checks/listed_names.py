"""Advice on the names that an entity lists, each by itself and beside the others of the same entity."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from news_archive.checks.common_words import COMMON_WORDS
from news_archive.matching import Form, Gazetteer, Origin, fold_text
from news_archive.matching.keys import key_words
from news_archive.model import AnnotatedArticle, Case, Entity, EntityId, Finding, Kind, Severity, kind_of


def check_repeated(entities: Iterable[Entity]) -> Iterator[Finding]:
    """Notes on aliases that say what the name or an earlier alias says, at the same time."""
    for entity in entities:
        first: dict[tuple[object, ...], int] = {(fold_text(entity.name), None, None): entity.field_lines.get("name", 1)}
        for alias in entity.aliases:
            key = (fold_text(alias.text), alias.since, alias.until)
            if line := first.get(key):
                message = f"'{alias.text}' is listed already, on line {line}. Delete one of the two"
                yield _note("repeated-name", entity, message, "aliases", alias.line)
            first.setdefault(key, alias.line or 1)


def check_given_names(entities: Collection[Entity], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Notes on aliases of persons that are the first of their names and no more, where others listed have it too."""
    bearers = Counter(_first_name(entity.name) for entity in entities if gazetteer.profiles[entity.id].is_person)
    for entity in entities:
        given = _first_name(entity.name)
        for alias in entity.aliases:
            if given and fold_text(alias.text).casefold() == given and bearers[given] > 1:
                message = (
                    f"'{alias.text}' is a given name, which others listed here have too. Delete it; where an article calls "
                    f"{entity.name} so, write `mentions: {{{alias.text}: {entity.id}}}` there"
                )
                yield _note("given-name", entity, message, "aliases", alias.line)


def _first_name(name: str) -> str:
    """In small letters; empty where it is all of the name."""
    first, _, rest = fold_text(name).casefold().partition(" ")
    return first if rest else ""


def check_two_letters(entities: Iterable[Entity]) -> Iterator[Finding]:
    """Notes on aliases of two letters that do not say how they count. Scripts without capitals have short names."""
    for entity in entities:
        for alias in entity.aliases:
            text = fold_text(alias.text)
            has_capitals = text.isalpha() and text.lower() != text.upper()
            if len(text) == 2 and has_capitals and alias.case is Case.AUTO:
                message = (
                    f"'{alias.text}' has two letters, as many other words and acronyms have. If it should count as it "
                    f"stands, write {{text: {alias.text}, case: exact}}"
                )
                yield _note("two-letter-name", entity, message, "aliases", alias.line)


def check_idle_phrases(entities: Iterable[Entity], gazetteer: Gazetteer) -> Iterator[Finding]:
    """Notes on phrases under `not` that contain none of the entity's names, so that they keep nothing from it."""
    for entity in entities:
        for phrase in entity.not_phrases:
            words = key_words(fold_text(phrase))
            parts = {words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
            named = {
                form.entity for part in parts for form in gazetteer.forms.get(part, ()) if form.origin is not Origin.NOT
            }
            if entity.id not in named:
                advice = f"but one of {min(named)}. Move it there" if named else "nor of another. Mend or delete it"
                message = f"'{phrase}' contains no name of this page, {advice}"
                yield _note("idle-not", entity, message, "not", entity.alias_lines.get(phrase))


def is_word_like(form: Form) -> bool:
    """Whether a form is one word with a capital, as any word has that begins a sentence."""
    if " " in form.text or form.case is Case.EXACT or form.is_acronym or form.origin is Origin.NOT:
        return False
    # A term that is written in lower case is a word, and is meant to be one.
    return form.text.isalpha() and not (form.text.islower() and kind_of(form.entity) is Kind.TERM)


def check_words(
    articles: Sequence[AnnotatedArticle], entities: Mapping[EntityId, Entity], gazetteer: Gazetteer
) -> Iterator[Finding]:
    """Notes on listed names that the archive's own texts use as words, in lower case."""
    used: set[str] = set()
    for annotated in articles:
        for text in annotated.texts:
            used.update(text.split())
    used = {word.strip("\"'“”‘’.,;:!?()[]…«»") for word in used if word.islower()}
    listed = {(form.entity, form.text) for form in gazetteer.declared}
    for form in gazetteer.declared:
        word = form.text.lower()
        # Who lists the word in lower case as well means the word.
        if word in used and word not in COMMON_WORDS and (form.entity, word) not in listed and is_word_like(form):
            whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
            found = [a.article.path for a in articles if any(map(whole.search, a.texts))]
            message = (
                f"'{form.text}' is a word too: '{word}' stands in {len(found)} of the texts, e.g. in {found[0]}. "
                f"Where a sentence begins with it, it is linked. List a longer form, or {{text: {form.text}, case: exact}}"
            )
            if found:
                entity = entities[form.entity]
                yield _note("also-a-word", entity, message, "aliases", line_of(entity, form))


def line_of(entity: Entity, form: Form) -> int | None:
    """The line on which a form is listed."""
    return next(
        (line for text, line in entity.alias_lines.items() if fold_text(text).lower() == form.text.lower()), None
    )


def field_of(form: Form) -> str:
    """The field in which a form is listed."""
    fields = {Origin.NAME: "name", Origin.OTHER_LANGUAGE: "names", Origin.DEMONYM: "demonyms"}
    return fields.get(form.origin, "aliases")


def _note(rule: str, entity: Entity, message: str, field: str, line: int | None) -> Finding:
    return Finding(rule=rule, severity=Severity.INFO, path=entity.path, line=line, field=field, message=message)
