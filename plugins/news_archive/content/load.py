"""Loads the folders of an archive: files in, a library and findings out."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from news_archive.content.body import check_body
from news_archive.content.entities import build_entity, check_id, check_stray, field_lines, id_of
from news_archive.content.fields import FIELDS, ArticleFields
from news_archive.content.files import Listing, list_files
from news_archive.content.nodes import place_of
from news_archive.content.reader import Reader
from news_archive.content.references import References, Unresolved, check_references, check_repetition, find_cycles
from news_archive.content.validate import validate
from news_archive.model import (
    Article,
    ArticleId,
    Correction,
    Entity,
    EntityId,
    Finding,
    Library,
    Reference,
    Ruling,
    Severity,
    kind_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where an archive's files are."""

    root: Path
    """The project's folder; every path in a finding is relative to it."""
    docs: str = "docs"
    """Folder of entities and plain pages, relative to `root`."""
    articles: str = "articles"
    """Folder of articles, relative to `root`."""
    allowed: frozenset[str] = frozenset()
    """Scripts and style sheets that the site's own settings name, relative to `root`."""


@dataclass(frozen=True, slots=True)
class Loaded:
    library: Library
    pages: tuple[str, ...]
    """Other Markdown files below the docs folder, relative to the project."""
    media: tuple[str, ...]
    """Pictures and documents beside the articles, relative to the project."""
    docs_media: tuple[str, ...]
    """The same below the docs folder."""
    unread: tuple[str, ...]
    """Articles and entities that an error keeps out of the library, relative to the project."""
    findings: tuple[Finding, ...]
    """In the order in which they are shown."""


def load(places: Places) -> Loaded:
    """Read every file. Articles and entities with an error are left out of the library."""
    articles_dir = places.root / places.articles
    findings: list[Finding] = []
    if not articles_dir.is_dir():
        findings.append(
            _error(
                "folder",
                places.articles,
                "there is no such folder of articles. Create it, or mend `articles_dir` in mkdocs.yml",
            )
        )
        article_files = Listing((), (), (), ())
    else:
        article_files = list_files(places.root, places.articles)
    docs_files = list_files(places.root, places.docs, places.allowed)
    findings += [*article_files.findings, *docs_files.findings]

    entity_ids = {path: id_ for path in docs_files.markdown if (id_ := id_of(path, places.docs))}
    references = References(entity_ids.values())
    reader = Reader(places.root, (*article_files.defaults, *docs_files.defaults), findings)
    entities = [
        entity for path, id_ in entity_ids.items() if (entity := _load_entity(path, id_, reader, references, findings))
    ]
    articles = [
        article
        for path in article_files.markdown
        if (article := _load_article(path, places, reader, references, findings))
    ]
    pages = tuple(path for path in docs_files.markdown if path not in entity_ids)
    for path in pages:
        if document := reader.document(path, needs_fields=False):
            findings += check_stray(document.fields, path, places.docs)
    findings += _collisions([(f"{places.docs}/{id_}", path, None) for path, id_ in entity_ids.items()])
    findings += _collisions([(f"{places.articles}/{a.id.rpartition('/')[0]}/{a.slug}", a.path, a) for a in articles])
    findings += _cycles(entities)
    library = Library(
        articles=tuple(sorted(articles, key=lambda a: (a.date.first, a.id))),
        entities={entity.id: entity for entity in sorted(entities, key=lambda e: e.id)},
    )
    shown = tuple(sorted(set(findings), key=lambda finding: finding.key))
    read = {article.path for article in articles} | {entity.path for entity in entities}
    unread = tuple(path for path in (*article_files.markdown, *entity_ids) if path not in read)
    return Loaded(library, pages, article_files.media, docs_files.media, unread, shown)


def _load_entity(
    path: str, id_: EntityId, reader: Reader, references: References, findings: list[Finding]
) -> Entity | None:
    document = reader.document(path)
    if not document:
        return None
    mapping = reader.with_defaults(document, path)
    fields, problems = validate(mapping, FIELDS[kind_of(id_)], path)
    findings += problems
    findings += check_body(document.body, path, document.body_line)
    findings += [*check_references(mapping, references), *check_repetition(mapping, references, id_)]
    findings += check_id(id_, path)
    return build_entity(id_, path, fields, mapping, document, references) if fields else None


def _load_article(
    path: str, places: Places, reader: Reader, references: References, findings: list[Finding]
) -> Article | None:
    document = reader.document(path)
    if not document:
        return None
    mapping = reader.with_defaults(document, path)
    fields, problems = validate(mapping, ArticleFields, path)
    findings += problems
    findings += check_body(document.body, path, document.body_line)
    id_ = ArticleId(path.removeprefix(f"{places.articles}/").removesuffix(".md"))
    slug = (fields.slug if fields else None) or id_.rpartition("/")[2]
    if slug.casefold() == "index":
        findings.append(
            _error("address", path, "`index` is the address of the list of articles. Give the file another name")
        )
    findings += [*check_references(mapping, references), *check_repetition(mapping, references, None)]
    if not fields:
        return None
    rulings = []
    for text, meant in fields.mentions.items():
        entity = None if meant == "none" else references.resolve(meant)
        if not isinstance(entity, Unresolved):
            rulings.append(Ruling(text=text, entity=entity, line=place_of(mapping, ("mentions", text)).line))
    return Article(
        id=id_,
        path=path,
        title=fields.title,
        date=fields.date,
        source=fields.source,
        slug=slug,
        url=fields.url,
        archived_url=fields.archived_url,
        author=fields.author,
        lang=fields.lang,
        description=fields.description,
        tags=tuple(fields.tags),
        genre=fields.genre,
        dateline=fields.dateline,
        updated=fields.updated,
        covers=fields.covers,
        retrieved=fields.retrieved,
        rights=fields.rights,
        corrections=tuple(Correction(date=c.date, text=c.text) for c in fields.corrections),
        references=tuple(
            Reference(publisher=r.publisher, title=r.title, date=r.date, url=r.url) for r in fields.references
        ),
        redirect_from=tuple(fields.redirect_from),
        draft=fields.draft,
        rulings=tuple(rulings),
        body=document.body,
        body_line=document.body_line,
        field_lines=field_lines(mapping, path),
    )


def _collisions(addresses: list[tuple[str, str, Article | None]]) -> Iterator[Finding]:
    """Two files for one page; also two that a case-insensitive file system takes for one."""
    first: dict[str, str] = {}
    for address, path, article in addresses:
        key = unicodedata.normalize("NFC", address).casefold()
        if other := first.get(key):
            line = article.field_lines.get("slug") if article else None
            advice = "Write another `slug`" if line else "Rename one of them"
            message = f"this page would have the same address as {other}. {advice}"
            yield _error("address", path, message, line, "slug" if line else None)
        else:
            first[key] = path


def _cycles(entities: Iterable[Entity]) -> Iterator[Finding]:
    by_id = {entity.id: entity for entity in entities}
    for loop in find_cycles({entity.id: entity.part_of for entity in by_id.values()}):
        chain = " → ".join([*loop, loop[0]])
        message = f"it is part of itself: {chain}. Delete one of these references"
        for entity in (by_id[id_] for id_ in loop if id_ in by_id):
            yield _error("cycle", entity.path, message, entity.field_lines.get("part_of"), "part_of")


def _error(rule: str, path: str, message: str, line: int | None = None, field: str | None = None) -> Finding:
    return Finding(rule=rule, severity=Severity.ERROR, path=path, message=message, line=line, field=field)
